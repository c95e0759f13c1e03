import { element } from './dom.js';

/** The time of day, with the date unless it is today. */
export function time(milliseconds) {
	const at = new Date(milliseconds);
	const clock = at.toLocaleTimeString([], {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	return at.toDateString() === new Date().toDateString()
		? clock
		: `${at.toLocaleDateString()} ${clock}`;
}

/** A file size, e.g. 12 kB. */
export function size(bytes) {
	if (bytes < 1000) return `${bytes} bytes`;
	return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A tag; those of the workflows are highlighted. */
export function chip(tag) {
	return element('span', { class: isHarverTag(tag) ? 'chip harver' : 'chip' }, tag);
}

/** Whether a tag belongs to the workflows. */
export function isHarverTag(tag) {
	return tag.toLowerCase().startsWith('harver');
}

/** The status of an answer; 0 means no answer. */
export function httpStatus(status) {
	const kind = status >= 200 && status < 300 ? 'good' : 'bad';
	return element('span', { class: `status ${kind}` }, status === 0 ? 'no answer' : String(status));
}

/** The status of an application, in words. */
export function applicationStatus({ status, completedAt, startedAt }) {
	const words =
		completedAt !== null && status === 'new'
			? 'completed'
			: startedAt === null && status === 'in-progress'
				? 'invited'
				: status;
	return element('span', { class: `status ${completedAt === null ? 'wait' : 'good'}` }, words);
}

/** Lever or Harver, in its color. */
export function service(name) {
	return element('span', { class: `${name}-word` }, name === 'lever' ? 'Lever' : 'Harver');
}
