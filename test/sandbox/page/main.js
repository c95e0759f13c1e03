import { showPostings } from './apply.js';
import { showBoard } from './board.js';
import { keepFocus } from './dom.js';
import { showInbox } from './inbox.js';
import { showProfile } from './profile.js';
import { showRequests } from './requests.js';
import { startPolling, onState, state } from './state.js';
import { showWebhooks } from './webhooks.js';

const VIEWS = ['pipeline', 'inbox', 'webhooks', 'requests'];

/** `#pipeline/<opportunity ID>` opens a profile; other views are `#<view>`. */
function route() {
	const [view, id = null] = location.hash.slice(1).split('/');
	return { view: VIEWS.includes(view) ? view : 'pipeline', id };
}

function showView() {
	const { view } = route();
	for (const name of VIEWS) document.getElementById(name).hidden = name !== view;
	for (const link of document.querySelectorAll('[data-view]')) {
		if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
		else link.removeAttribute('aria-current');
	}
	if (state) show(state);
}

function show(now) {
	const { id } = route();
	// A card keeps the focus when it moves to another column.
	keepFocus(() => showBoard(now, id));
	void showOpenProfile(now, id);
	showInbox(now);
	showWebhooks(now);
	showRequests(now);
	showPostings(now);
}

/** The state has only the latest candidates; others are fetched. */
async function showOpenProfile(now, id) {
	const candidate =
		id === null
			? null
			: (now.opportunities.find((opportunity) => opportunity.id === id) ??
				(await fetchProfile(id)));
	if (route().id === id) showProfile(now, candidate);
}

async function fetchProfile(id) {
	const response = await fetch(`/control/opportunities/${encodeURIComponent(id)}`);
	return response.ok ? await response.json() : null;
}

onState(show);
addEventListener('hashchange', showView);
addEventListener('keydown', ({ key, defaultPrevented }) => {
	const isBusy = document.querySelector('dialog[open], :popover-open') !== null;
	if (key === 'Escape' && !defaultPrevented && !isBusy && route().id !== null)
		location.hash = 'pipeline';
});
showView();
void startPolling();
