import { element, showList } from './dom.js';
import { chip, isHarverTag } from './format.js';
import { openMenu } from './menu.js';
import { act, searchFor, state } from './state.js';

const board = document.getElementById('board');
const shown = document.getElementById('shown');
const columns = new Map();

document
	.getElementById('search')
	.addEventListener('input', ({ target }) => searchFor(target.value));

/** One column per stage, and one for archived candidates. */
export function showBoard({ stages, opportunities, opportunityCount }, openId) {
	const archived = opportunities.filter((opportunity) => opportunity.archived);
	const active = stages.map((stage) => ({
		...stage,
		cards: opportunities.filter(
			(opportunity) => opportunity.stage === stage.id && !opportunity.archived,
		),
	}));
	const all =
		archived.length > 0
			? [...active, { id: 'archived', text: 'Archived', count: archived.length, cards: archived }]
			: active;
	showList(
		board,
		all.map(({ id, text }) => ({ id, text })),
		({ id }) => id,
		makeColumn,
	);
	for (const { id, count, cards } of all) {
		const column = columns.get(id);
		column.count.textContent = count;
		showList(
			column.list,
			cards.map((card) => toCard(card, openId)),
			(card) => card.id,
			makeCard,
		);
	}
	shown.textContent =
		opportunities.length < opportunityCount
			? `${opportunities.length} of ${opportunityCount} candidates`
			: `${opportunityCount} candidates`;
}

/** Opens the menu of stages to move a candidate to. */
export function openMoveMenu(button, { id, name, stage }) {
	const choices = state.stages
		.filter((candidate) => candidate.id !== stage)
		.map(({ id: to, text }) => ({ text, choose: () => move(id, to) }));
	openMenu(button, `Move ${name} to`, choices);
}

function move(id, stage) {
	void act('POST', `/opportunities/${id}/stage`, { stage });
}

/** Only what a card shows, so it is rebuilt only when that changes. */
function toCard({ id, name, posting, stage, tags, archived }, openId) {
	return {
		id,
		name,
		posting,
		stage,
		tags: tags.filter(isHarverTag),
		archived: Boolean(archived),
		open: id === openId,
	};
}

function makeColumn({ id, text }) {
	const list = element('ul', { class: 'cards', 'aria-label': text });
	const count = element('span');
	const column = element(
		'section',
		{ class: 'column', 'aria-label': text },
		element('h2', {}, text, count),
		list,
	);
	columns.set(id, { list, count });
	if (id === 'archived') return column;
	column.addEventListener('dragover', (event) => {
		event.preventDefault();
		column.classList.add('over');
	});
	column.addEventListener('dragleave', ({ relatedTarget }) => {
		if (!column.contains(relatedTarget)) column.classList.remove('over');
	});
	column.addEventListener('drop', (event) => {
		event.preventDefault();
		column.classList.remove('over');
		move(event.dataTransfer.getData('text/plain'), id);
	});
	return column;
}

function makeCard(card) {
	const { id, name, posting, tags, archived, open } = card;
	const item = element(
		'li',
		{ class: open ? 'card open' : 'card', draggable: archived ? null : 'true' },
		element(
			'button',
			{
				type: 'button',
				class: 'name',
				'data-focus': `open-${id}`,
				'aria-expanded': String(open),
				onclick: () => {
					location.hash = open ? 'pipeline' : `pipeline/${id}`;
				},
			},
			name || 'No name',
		),
		element('p', { class: 'muted' }, posting ?? 'No posting'),
		tags.length > 0 ? element('div', { class: 'chips' }, ...tags.map(chip)) : null,
		archived
			? null
			: element(
					'button',
					{
						type: 'button',
						class: 'move',
						'data-focus': `move-${id}`,
						'aria-haspopup': 'menu',
						'aria-label': `Move ${name} to another stage`,
						onclick: ({ currentTarget }) => openMoveMenu(currentTarget, card),
					},
					'Move to ▾',
				),
	);
	item.addEventListener('dragstart', (event) => {
		event.dataTransfer.setData('text/plain', id);
		event.dataTransfer.effectAllowed = 'move';
		item.classList.add('dragged');
	});
	item.addEventListener('dragend', () => item.classList.remove('dragged'));
	return item;
}
