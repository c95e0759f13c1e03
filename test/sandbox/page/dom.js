/** Creates an element. Strings become text nodes; attributes such as `onclick` become listeners; null is skipped. */
export function element(tag, attributes = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
		else node.setAttribute(name, value === true ? '' : value);
	}
	node.append(...children.filter((child) => child !== null && child !== undefined));
	return node;
}

const lists = new WeakMap();

/**
 * Updates the children of an element to match a list. Unchanged items keep their node, so nothing flickers and the focus stays.
 * `make` creates the node of an item, `keyOf` identifies it.
 */
export function showList(parent, items, keyOf, make) {
	const before = lists.get(parent) ?? new Map();
	const after = new Map();
	for (const item of items) {
		const key = keyOf(item);
		const text = JSON.stringify(item);
		const known = before.get(key);
		after.set(key, known?.text === text ? known : { text, node: make(item) });
	}
	lists.set(parent, after);
	keepFocus(() => {
		for (const [key, { node }] of before) if (after.get(key)?.node !== node) node.remove();
		let next = parent.firstChild;
		for (const { node } of after.values()) {
			if (node === next) next = next.nextSibling;
			else parent.insertBefore(node, next);
		}
	});
}

/** Like `showList`, with a text for an empty list. */
export function showListOr(emptyText, parent, items, keyOf, make) {
	showList(
		parent,
		items.length > 0 ? items : [{ emptyText }],
		(item) => ('emptyText' in item ? 'empty' : keyOf(item)),
		(item) =>
			'emptyText' in item
				? element(parent.tagName === 'TBODY' ? 'tr' : 'li', {}, emptyNode(parent, item.emptyText))
				: make(item),
	);
}

function emptyNode(parent, text) {
	return parent.tagName === 'TBODY'
		? element('td', { colspan: '6', class: 'muted' }, text)
		: element('p', { class: 'empty' }, text);
}

/** Restores the focus to the element that had it, or to its replacement with the same `data-focus`. */
export function keepFocus(change) {
	const focused = document.activeElement;
	change();
	if (document.activeElement === focused || !(focused instanceof HTMLElement)) return;
	const replacement = focused.isConnected
		? focused
		: [...document.querySelectorAll('[data-focus]')].find(
				({ dataset }) => dataset.focus === focused.dataset.focus,
			);
	replacement?.focus({ preventScroll: true });
}
