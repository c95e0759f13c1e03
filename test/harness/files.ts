import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { readFile as readFileFromDisk } from 'node:fs/promises';

import { Container } from '@n8n/di';
import { BinaryDataService, type BinaryData } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

const CHUNK_BYTES = 64 * 1024;

/** Lets nodes store files as n8n does by default: an item holds a reference, the bytes are elsewhere; here in memory. */
export function startFileStorage(): void {
	Container.get(BinaryDataService).setManager('filesystem-v2', new MemoryFiles());
}

/** Returns the bytes of a file in an item's `binary`. Throws when there is no file. */
export async function readFile(binary: IBinaryData | undefined): Promise<Buffer> {
	if (!binary) throw new Error('The item has no such file.');
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

/** What n8n asks of a place to store files in. */
class MemoryFiles implements BinaryData.Manager {
	private readonly files = new Map<string, { bytes: Buffer; metadata: BinaryData.Metadata }>();

	async init(): Promise<void> {
		await Promise.resolve();
	}

	async store(
		_location: BinaryData.FileLocation,
		bufferOrStream: Buffer | Readable,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		const bytes = Buffer.isBuffer(bufferOrStream) ? bufferOrStream : await buffer(bufferOrStream);
		const fileId = randomUUID();
		this.files.set(fileId, { bytes, metadata: { ...metadata, fileSize: bytes.length } });
		return { fileId, fileSize: bytes.length };
	}

	getPath(): string {
		throw new Error('The harness keeps files in memory: they have no path.');
	}

	async getAsBuffer(fileId: string): Promise<Buffer> {
		return await Promise.resolve(this.get(fileId).bytes);
	}

	async getAsStream(fileId: string, chunkSize = CHUNK_BYTES): Promise<Readable> {
		const { bytes } = this.get(fileId);
		const count = Math.ceil(bytes.length / chunkSize);
		const chunks = Array.from({ length: count }, (_, index) =>
			bytes.subarray(index * chunkSize, (index + 1) * chunkSize),
		);
		return await Promise.resolve(Readable.from(chunks, { objectMode: false }));
	}

	async getMetadata(fileId: string): Promise<BinaryData.Metadata> {
		return await Promise.resolve(this.get(fileId).metadata);
	}

	async copyByFileId(_target: BinaryData.FileLocation, sourceId: string): Promise<string> {
		const fileId = randomUUID();
		this.files.set(fileId, this.get(sourceId));
		return await Promise.resolve(fileId);
	}

	async copyByFilePath(
		location: BinaryData.FileLocation,
		sourcePath: string,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		return await this.store(location, await readFileFromDisk(sourcePath), metadata);
	}

	async rename(oldFileId: string, newFileId: string): Promise<void> {
		this.files.set(newFileId, this.get(oldFileId));
		this.files.delete(oldFileId);
		await Promise.resolve();
	}

	private get(fileId: string): { bytes: Buffer; metadata: BinaryData.Metadata } {
		const file = this.files.get(fileId);
		if (!file) throw new Error(`The harness has no file "${fileId}".`);
		return file;
	}
}
