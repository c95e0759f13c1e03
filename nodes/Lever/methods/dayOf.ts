/** The day of a time in milliseconds (docs/lever-api.md, Times), such as 2026-03-31; '' when there is none. */
export function dayOf(time: unknown): string {
	const milliseconds =
		typeof time === 'string' || typeof time === 'number' ? Number(time) : Number.NaN;
	return milliseconds > 0 && milliseconds <= 8.64e15
		? new Date(milliseconds).toISOString().slice(0, 10)
		: '';
}
