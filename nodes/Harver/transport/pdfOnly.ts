const PDF_START = Buffer.from('%PDF-');

/** Bytes that are not what was asked for. */
export class RefusedFile extends Error {
	constructor(readonly reason: 'tooLarge' | 'noPdf') {
		super(reason);
	}
}

/**
 * Lets the chunks of a PDF pass, none before its first bytes have said that it is one, and gives
 * how many bytes there were. Throws RefusedFile when it is none,
 * or when there are more than so many bytes.
 */
export async function* pdfOnly(chunks: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array, number> {
	let length = 0;
	let heldBack: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > mostBytes) throw new RefusedFile('tooLarge');
		if (heldBack === undefined) {
			yield chunk;
			continue;
		}
		heldBack = Buffer.concat([heldBack, chunk]);
		if (heldBack.length < PDF_START.length) continue;
		if (!heldBack.subarray(0, PDF_START.length).equals(PDF_START)) throw new RefusedFile('noPdf');
		yield heldBack;
		heldBack = undefined;
	}
	if (heldBack !== undefined) throw new RefusedFile('noPdf');
	return length;
}
