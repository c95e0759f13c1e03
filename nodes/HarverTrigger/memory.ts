import type { IDataObject } from 'n8n-workflow';

/** What the trigger keeps in the workflow's static data from one call to the next. */
export interface TriggerMemory {
	/** Fingerprints of accepted deliveries, oldest first. */
	deliveries: string[];
}

/** The trigger's memory in its static data, made when it is not there yet. Changes to it are kept by n8n. */
export function memoryIn(staticData: IDataObject): TriggerMemory {
	staticData.deliveries ??= [];
	return staticData as unknown as TriggerMemory;
}
