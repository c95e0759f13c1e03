import { element, showList } from './dom.js';
import { act } from './state.js';

const dialog = document.getElementById('apply');
const form = dialog.querySelector('form');

document.getElementById('apply-button').addEventListener('click', () => dialog.showModal());
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
form.addEventListener('submit', async (event) => {
	event.preventDefault();
	const applied = await act('POST', '/apply', Object.fromEntries(new FormData(form)));
	dialog.close();
	if (!applied) return;
	form.elements.name.value = '';
	form.elements.email.value = '';
	location.hash = `pipeline/${applied.opportunityId}`;
});

/** Updates the postings in the form. */
export function showPostings({ postings }) {
	showList(
		form.elements.postingId,
		postings.map(({ id, text }) => ({ id, text })),
		({ id }) => id,
		({ id, text }) => element('option', { value: id }, text),
	);
}
