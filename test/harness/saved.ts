import type { IDataObject } from 'n8n-workflow';

import type { HarnessOptions } from './engine';

/** A value as n8n reads it back from its database, or hands it to another process. */
export function asJson<T>(value: T): T {
	return JSON.parse(JSON.stringify(value)) as T;
}

/** The same options with a copy of the static data: what changes it is lost, unless `saveStaticData` keeps it. */
export function withUnsavedStaticData<T extends HarnessOptions>(
	options: T,
): T & { staticData: IDataObject } {
	return { ...options, staticData: asJson(options.staticData ?? {}) };
}

/** Keeps static data in the object that the caller has given, as n8n keeps it in its database. */
export function saveStaticData({ staticData = {} }: HarnessOptions, changed: IDataObject): void {
	Object.assign(staticData, asJson(changed));
}
