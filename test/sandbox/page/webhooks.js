import { element, showListOr } from './dom.js';
import { httpStatus, service, time } from './format.js';
import { act } from './state.js';

const EVENTS = [
	'candidateStageChange',
	'applicationCreated',
	'candidateHired',
	'candidateArchiveChange',
	'candidateDeleted',
	'contactCreated',
	'contactUpdated',
];

const hooks = document.getElementById('lever-hooks');
const deliveries = document.getElementById('deliveries');
const harverForm = document.getElementById('harver-hook');
const harverState = document.getElementById('harver-hook-state');
const leverForm = document.getElementById('add-hook');
const token = document.getElementById('signature-token');

document
	.getElementById('hook-events')
	.append(...EVENTS.map((event) => element('option', {}, event)));

leverForm.addEventListener('submit', async (event) => {
	event.preventDefault();
	const added = await act('POST', '/webhooks', Object.fromEntries(new FormData(leverForm)));
	if (!added) return;
	leverForm.elements.url.value = '';
	token.textContent = `Signature token for the credential in n8n: ${added.signatureToken}`;
	token.hidden = false;
});
harverForm.addEventListener('submit', async (event) => {
	event.preventDefault();
	if (await act('PUT', '/harver/webhook', Object.fromEntries(new FormData(harverForm))))
		harverForm.elements.password.value = '';
});
document
	.getElementById('harver-hook-off')
	.addEventListener('click', () => act('DELETE', '/harver/webhook'));

/** The webhooks of the two services, and the status of each delivery. */
export function showWebhooks(state) {
	showListOr(
		'No webhooks yet. A published workflow with a Lever Trigger creates its own.',
		hooks,
		state.webhooks,
		(webhook) => webhook.id,
		makeWebhook,
	);
	const { harverWebhook } = state;
	harverState.textContent = harverWebhook
		? `Delivers to ${harverWebhook.url}${harverWebhook.user ? ` as ${harverWebhook.user}` : ' without a login'}; the completion event is ${harverWebhook.completionEvent}.`
		: 'Not set up. Enter the URL from the Harver Trigger.';
	if (
		harverWebhook &&
		!harverForm.contains(document.activeElement) &&
		harverForm.elements.url.value === ''
	) {
		for (const field of ['url', 'user', 'completionEvent'])
			harverForm.elements[field].value = harverWebhook[field];
	}
	showListOr(
		'No deliveries yet',
		deliveries,
		[...state.deliveries].reverse(),
		(delivery) => delivery.id,
		makeDelivery,
	);
}

function makeWebhook({ id, event, url, createdManually }) {
	const result = element('span', { role: 'status' });
	const verify = async () => {
		const answer = await act('POST', `/webhooks/${id}/verify`);
		result.replaceChildren(...(answer?.statuses ?? []).map(httpStatus));
	};
	return element(
		'li',
		{ class: 'item' },
		element(
			'div',
			{ class: 'item-head' },
			element('strong', {}, event),
			element(
				'span',
				{},
				result,
				' ',
				element(
					'button',
					{
						type: 'button',
						'data-focus': `verify-${id}`,
						'aria-label': `Verify ${event}`,
						onclick: verify,
					},
					'Verify',
				),
			),
		),
		element(
			'p',
			{ class: 'url muted' },
			`${url} · ${createdManually ? 'added here' : 'added by the API'}`,
		),
	);
}

function makeDelivery({ id, service: from, event, url, statuses, startedAt, fault }) {
	const attempts =
		statuses.length > 0
			? statuses.map(httpStatus)
			: [element('span', { class: 'status wait' }, fault === 'drop' ? 'not sent' : 'in progress')];
	return element(
		'tr',
		{},
		element('td', {}, time(startedAt)),
		element('td', {}, service(from)),
		element('td', {}, event),
		element('td', { class: 'path', title: url }, url),
		element(
			'td',
			{},
			element(
				'span',
				{ class: 'chips' },
				...attempts,
				fault ? element('span', { class: 'chip' }, fault) : null,
			),
		),
		element(
			'td',
			{},
			element(
				'button',
				{
					type: 'button',
					'data-focus': `rerun-${id}`,
					'aria-label': `Rerun ${event} of ${time(startedAt)}`,
					onclick: () => act('POST', `/deliveries/${id}/rerun`),
				},
				'Rerun',
			),
		),
	);
}
