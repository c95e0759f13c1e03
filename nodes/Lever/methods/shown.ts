/** An entry of a picker: its name with what tells it apart in brackets. */
export function shown(name: string, details: string[]): string {
	const known = details.filter((detail) => detail !== '');
	return known.length > 0 ? `${name} (${known.join(', ')})` : name;
}
