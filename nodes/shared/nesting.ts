/** Whether a value holds objects or lists nested deeper than `levels`. What nests without end would break whoever reads or writes it. */
export function isNestedDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isNestedDeeperThan(levels - 1, part));
}
