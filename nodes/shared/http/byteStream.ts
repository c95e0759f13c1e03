import type { IExecuteFunctions } from 'n8n-workflow';

/** A stream of bytes as n8n's helpers use them: Node's Readable. */
export type ByteStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** Passes the chunks of a stream through a generator while they arrive; an error of the generator is the stream's. */
export function transformStream(
	stream: ByteStream,
	transform: (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>,
): ByteStream {
	// The stream may fail before it is read, and an error without a listener would reach n8n uncaught.
	return stream.compose<ByteStream>(transform).on('error', () => undefined);
}
