const POLL_INTERVAL = 1000;

const listeners = [];
let latestText = '';
let search = '';

/** The latest state of the sandbox. */
export let state = null;

/** Adds a listener for new states. */
export function onState(listener) {
	listeners.push(listener);
}

/** Limits the candidates to those that match a search. */
export function searchFor(text) {
	search = text;
	void refresh();
}

/** Fetches the state and notifies the listeners if it changed. */
export async function refresh() {
	const requested = search;
	const text = await fetch(`/control/state?search=${encodeURIComponent(search)}`)
		.then(async (response) => (response.ok ? await response.text() : null))
		.catch(() => null);
	document.getElementById('offline').hidden = text !== null;
	if (text === null || text === latestText || requested !== search) return;
	latestText = text;
	state = JSON.parse(text);
	for (const listener of listeners) listener(state);
}

/** Sends a request to the control API. Returns the answer, or null after showing an error. */
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

/** Refreshes the state while the page is visible. */
export async function startPolling() {
	for (;;) {
		if (!document.hidden) await refresh();
		await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
	}
}
