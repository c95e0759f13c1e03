/** The data without magic links, which are logins and have no business in an item that did not ask for one. */
export function removeMagicLinks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(removeMagicLinks);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !/^magic[\s_-]?link$/iu.test(name));
	return Object.fromEntries(kept.map(([name, part]) => [name, removeMagicLinks(part)]));
}
