const EVERY = 1000;

const listeners = [];
let shownText = '';
let search = '';

/** The state of the sandbox as it was shown last. */
export let state = null;

/** Calls a function with each new state. */
export function onState(listener) {
	listeners.push(listener);
}

/** Looks only for these candidates from now on. */
export function searchFor(text) {
	search = text;
	void refresh();
}

/** Fetches the state, and shows it when it has changed. */
export async function refresh() {
	const asked = search;
	const text = await fetch(`/control/state?search=${encodeURIComponent(search)}`)
		.then(async (response) => (response.ok ? await response.text() : null))
		.catch(() => null);
	document.getElementById('offline').hidden = text !== null;
	if (text === null || text === shownText || asked !== search) return;
	shownText = text;
	state = JSON.parse(text);
	for (const listener of listeners) listener(state);
}

/** Does something in the sandbox. Shows what the sandbox says when it refuses; gives its answer otherwise, or null. */
export async function act(method, path, body) {
	const problem = document.getElementById('problem');
	problem.hidden = true;
	try {
		const response = await fetch(`/control${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		const answer = text === '' ? {} : JSON.parse(text);
		if (!response.ok) throw new Error(answer.message ?? `The sandbox answered ${response.status}.`);
		await refresh();
		return answer;
	} catch (error) {
		problem.textContent = error.message;
		problem.hidden = false;
		return null;
	}
}

/** Keeps the page up to date while somebody looks at it. */
export async function keepFresh() {
	for (;;) {
		if (!document.hidden) await refresh();
		await new Promise((resolve) => setTimeout(resolve, EVERY));
	}
}
