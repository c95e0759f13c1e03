import { openMoveMenu } from './board.js';
import { element, showList, showListOr } from './dom.js';
import { applicationStatus, chip, isHarverTag, size, time } from './format.js';
import { openMenu } from './menu.js';
import { act } from './state.js';

const panel = document.getElementById('profile');
let frame = null;

/** Shows a candidate's profile beside the board, or hides it. */
export function showProfile(state, candidate) {
	panel.hidden = candidate === null;
	if (candidate === null) {
		frame = null;
		panel.replaceChildren();
		return;
	}
	if (frame?.id !== candidate.id) {
		frame = makeFrame(candidate.id);
		panel.replaceChildren(frame.node);
	}
	const { parts } = frame;
	const stage = state.stages.find(({ id }) => id === candidate.stage)?.text ?? candidate.stage;
	const archived =
		candidate.archived &&
		(state.archiveReasons.find(({ id }) => id === candidate.archived.reason)?.text ?? 'Archived');
	const applications = state.applications.filter(({ candidate: { emailAddress } }) =>
		candidate.emails.some((email) => email.toLowerCase() === emailAddress.toLowerCase()),
	);
	const { id, name, posting, emails, phones, origin, confidentiality } = candidate;
	showList(parts.head, [{ id, name, archived }], () => 'head', makeHead);
	showList(
		parts.actions,
		[{ id, name, stage: candidate.stage, archived, reasons: state.archiveReasons }],
		() => 'actions',
		makeActions,
	);
	showList(
		parts.details,
		[{ stage, posting, emails, phones, origin, confidentiality }],
		() => 'details',
		makeDetails,
	);
	showListOr(
		'No tags',
		parts.tags,
		[...candidate.tags]
			.sort((one, other) => isHarverTag(other) - isHarverTag(one))
			.map((tag) => ({ tag })),
		({ tag }) => tag,
		({ tag }) => element('li', {}, chip(tag)),
	);
	showListOr(
		'Not invited',
		parts.applications,
		applications.map((application) => ({
			...application,
			vacancy: state.vacancies.find((vacancy) => vacancy.id === application.vacancyId)?.name,
		})),
		(application) => application.id,
		makeApplication,
	);
	showListOr('No notes', parts.notes, [...candidate.notes].reverse(), (note) => note.id, makeNote);
	showListOr(
		'No files',
		parts.files,
		candidate.files.map((file) => ({ ...file, candidateId: id })),
		(file) => file.id,
		makeFile,
	);
	showListOr(
		'No links',
		parts.links,
		candidate.links.map((url) => ({ url })),
		({ url }) => url,
		makeLink,
	);
	showListOr(
		'No feedback',
		parts.feedback,
		candidate.feedback,
		(feedback) => feedback.id,
		makeFeedback,
	);
}

/** The elements that stay while the same candidate is shown, such as a note that is being written. */
function makeFrame(id) {
	const names = {
		tags: 'Tags',
		applications: 'Harver',
		notes: 'Notes',
		files: 'Files',
		links: 'Links',
		feedback: 'Feedback',
	};
	const parts = { head: element('div'), actions: element('div'), details: element('div') };
	const sections = Object.entries(names).map(([part, title]) => {
		parts[part] = element('ul', {
			class: part === 'tags' ? 'plain chips' : 'plain',
			'aria-label': title,
		});
		return element(
			'section',
			{},
			element('h3', {}, title),
			parts[part],
			part === 'notes' ? makeNoteForm(id) : null,
		);
	});
	return {
		id,
		parts,
		node: element('div', {}, parts.head, parts.actions, parts.details, ...sections),
	};
}

function makeHead({ name, archived }) {
	const close = element(
		'button',
		{
			type: 'button',
			'aria-label': 'Close the profile',
			'data-focus': 'close-profile',
			onclick: () => {
				location.hash = 'pipeline';
			},
		},
		'✕',
	);
	return element(
		'header',
		{},
		element(
			'div',
			{},
			element('h2', {}, name || 'No name'),
			archived ? element('p', { class: 'archived' }, `Archived: ${archived}`) : null,
		),
		close,
	);
}

function makeActions({ id, name, stage, archived, reasons }) {
	const archive = (reason) => act('POST', `/opportunities/${id}/archive`, { reason });
	const choices = reasons.map((reason) => ({
		text: reason.text,
		choose: () => archive(reason.id),
	}));
	return element(
		'div',
		{ class: 'actions' },
		element(
			'button',
			{
				type: 'button',
				'aria-haspopup': 'menu',
				'data-focus': 'profile-move',
				onclick: ({ currentTarget }) => openMoveMenu(currentTarget, { id, name, stage }),
			},
			'Move to ▾',
		),
		archived
			? element(
					'button',
					{ type: 'button', 'data-focus': 'profile-archive', onclick: () => archive(null) },
					'Unarchive',
				)
			: element(
					'button',
					{
						type: 'button',
						'aria-haspopup': 'menu',
						'data-focus': 'profile-archive',
						onclick: ({ currentTarget }) => openMenu(currentTarget, `Archive ${name} as`, choices),
					},
					'Archive ▾',
				),
	);
}

function makeDetails({ stage, posting, emails, phones, origin, confidentiality }) {
	const rows = [
		['Stage', stage],
		['Posting', posting ?? 'None'],
		['E-mail', emails.join(', ') || 'None'],
		['Phone', phones.map(({ value }) => value).join(', ') || 'None'],
		['Origin', origin],
		...(confidentiality === 'confidential' ? [['Access', 'Confidential']] : []),
	];
	return element(
		'dl',
		{},
		...rows.flatMap(([title, text]) => [element('dt', {}, title), element('dd', {}, text)]),
	);
}

function makeApplication({ vacancy, matchingScore, ...application }) {
	const meter = element(
		'div',
		{ class: 'meter', 'aria-hidden': 'true' },
		element('div', { style: `width: ${matchingScore ?? 0}%` }),
	);
	return element(
		'li',
		{ class: 'entry' },
		element(
			'div',
			{ class: 'item-head' },
			element('strong', {}, vacancy ?? ''),
			applicationStatus(application),
		),
		matchingScore === null
			? element('p', { class: 'muted' }, `Invited ${time(application.appliedAt)}`)
			: element('p', {}, `Score ${matchingScore} %`),
		matchingScore === null ? null : meter,
	);
}

function makeNote({ value, author, createdAt, byApi }) {
	return element(
		'li',
		{ class: 'entry' },
		element('p', { class: 'text' }, value),
		element(
			'p',
			{ class: 'muted' },
			`${author ?? (byApi ? 'API' : 'Unknown')} · ${time(createdAt)}`,
		),
	);
}

function makeFile({ id, candidateId, name, size: bytes, uploadedAt }) {
	const link = element(
		'a',
		{ href: `/control/opportunities/${candidateId}/files/${id}`, download: name },
		name,
	);
	return element(
		'li',
		{ class: 'entry' },
		element('div', { class: 'item-head' }, link, element('span', { class: 'muted' }, size(bytes))),
		element('p', { class: 'muted' }, time(uploadedAt)),
	);
}

function makeLink({ url }) {
	return element(
		'li',
		{ class: 'entry' },
		/^https?:/u.test(url)
			? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, url)
			: url,
	);
}

function makeFeedback({ text, author, createdAt, fields }) {
	const values = fields
		.filter(({ value }) => value !== null)
		.map(({ text: field, value }) => element('p', { class: 'text' }, `${field}: ${value}`));
	return element(
		'li',
		{ class: 'entry' },
		element('strong', {}, text),
		...values,
		element('p', { class: 'muted' }, `${author ?? ''} · ${time(createdAt)}`),
	);
}

function makeNoteForm(id) {
	const text = element('textarea', {
		name: 'value',
		rows: '2',
		required: true,
		'aria-label': 'New note',
		placeholder: 'Write a note',
	});
	const form = element('form', {}, text, element('button', {}, 'Add note'));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		if (await act('POST', `/opportunities/${id}/notes`, { value: text.value })) text.value = '';
	});
	return form;
}
