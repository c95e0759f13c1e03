import { element, showList, showListOr } from './dom.js';
import { httpStatus, service, time } from './format.js';
import { act } from './state.js';

const rows = document.getElementById('request-rows');
const faults = document.getElementById('faults');

/** The requests to the two services, and the active faults. */
export function showRequests(state) {
	const all = state.faults.length + state.webhookFaults.length;
	showList(faults, all > 0 ? [{ all }] : [], () => 'faults', makeFaults);
	showListOr(
		'No requests yet',
		rows,
		[...state.requests].reverse(),
		({ number }) => number,
		makeRow,
	);
}

function makeFaults({ all }) {
	const off = async () => {
		await act('DELETE', '/faults');
		await act('DELETE', '/webhook-faults');
	};
	return element(
		'li',
		{ class: 'item item-head' },
		element('span', { class: 'status bad' }, all === 1 ? '1 active fault' : `${all} active faults`),
		element('button', { type: 'button', onclick: off }, 'Clear'),
	);
}

function makeRow({ at, service: to, method, path, query, status, milliseconds }) {
	const whole = query === '' ? path : `${path}?${query}`;
	return element(
		'tr',
		{},
		element('td', {}, time(at)),
		element('td', {}, service(to)),
		element('td', {}, method),
		element('td', { class: 'path', title: whole }, whole),
		element('td', {}, httpStatus(status)),
		element('td', { class: 'number' }, String(milliseconds)),
	);
}
