/** A text as it is written in a regular expression (with the flag u) that means just this text. */
export function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
