const PDF_START = Buffer.from('%PDF-');

/** Why bytes are not what was asked for. */
export type Refusal = 'tooLarge' | 'noPdf';

/**
 * Lets the chunks of a PDF pass, none before its first bytes have said that it is one, and gives how many bytes there were.
 * When it is none, or when there are more than so many bytes, it throws what `refuse` makes of that.
 */
export async function* pdfOnly(
	chunks: AsyncIterable<Uint8Array>,
	mostBytes: number,
	refuse: (refusal: Refusal) => Error,
): AsyncGenerator<Uint8Array, number> {
	let length = 0;
	let heldBack: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > mostBytes) throw refuse('tooLarge');
		if (heldBack === undefined) {
			yield chunk;
			continue;
		}
		heldBack = Buffer.concat([heldBack, chunk]);
		if (heldBack.length < PDF_START.length) continue;
		if (!heldBack.subarray(0, PDF_START.length).equals(PDF_START)) throw refuse('noPdf');
		yield heldBack;
		heldBack = undefined;
	}
	if (heldBack !== undefined) throw refuse('noPdf');
	return length;
}
