/** A stage as the account lists it. */
export interface Stage {
	id: string;
	text: string;
}

/**
 * The ids of stages given by id or by name (upper and lower case the same). `unknown` are those that the account does not
 * have, `ambiguous` the names that several stages bear.
 */
export function resolveStages(
	given: string[],
	stages: Stage[],
): { ids: Record<string, string>; unknown: string[]; ambiguous: string[] } {
	const ids: Record<string, string> = {};
	const unknown: string[] = [];
	const ambiguous: string[] = [];
	for (const entry of new Set(given)) {
		const byId = stages.find(({ id }) => id === entry);
		const byName = stages.filter(
			({ text }) => text.trim().toLowerCase() === entry.trim().toLowerCase(),
		);
		const [stage] = byId ? [byId] : byName;
		if (!stage) unknown.push(entry);
		else if (!byId && byName.length > 1) ambiguous.push(entry);
		else ids[entry] = stage.id;
	}
	return { ids, unknown, ambiguous };
}
