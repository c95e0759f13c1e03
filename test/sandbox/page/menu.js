import { element } from './dom.js';

const menu = document.getElementById('menu');
let opener = null;

/** Opens a menu below a button; `choices` are `{ text, choose }`. */
export function openMenu(button, label, choices) {
	opener = button;
	menu.setAttribute('aria-label', label);
	menu.replaceChildren(
		...choices.map(({ text, choose }) => {
			const pick = () => {
				menu.hidePopover();
				choose();
			};
			return element(
				'button',
				{ type: 'button', role: 'menuitem', tabindex: '-1', onclick: pick },
				text,
			);
		}),
	);
	menu.showPopover();
	const { left, bottom, top } = button.getBoundingClientRect();
	const { width, height } = menu.getBoundingClientRect();
	menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
	menu.style.top = `${bottom + height + 12 < innerHeight ? bottom + 4 : Math.max(8, top - height - 4)}px`;
	menu.firstElementChild?.focus();
}

menu.addEventListener('keydown', (event) => {
	const items = [...menu.children];
	const at = items.indexOf(document.activeElement);
	const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
	if (event.key === 'Tab') menu.hidePopover();
	if (to === undefined) return;
	event.preventDefault();
	items.at(to % items.length)?.focus();
});

menu.addEventListener('toggle', ({ newState }) => {
	if (newState === 'closed' && opener?.isConnected) opener.focus({ preventScroll: true });
});
