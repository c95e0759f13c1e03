import type { IDataObject } from 'n8n-workflow';

import type { OwnWebhook } from './registration';

/** What the trigger keeps in the workflow's static data from one call to the next. */
export interface TriggerMemory {
	/** The webhooks that it made, with their signature tokens. */
	webhooks: OwnWebhook[];
	/** The ids of the stages that its filters name. */
	stageIds: Record<string, string>;
	/** Fingerprints of accepted deliveries, oldest first. */
	deliveries: string[];
}

/** The trigger's memory in its static data, made when it is not there yet. Changes to it are kept by n8n. */
export function memoryIn(staticData: IDataObject): TriggerMemory {
	staticData.webhooks ??= [];
	staticData.stageIds ??= {};
	staticData.deliveries ??= [];
	return staticData as unknown as TriggerMemory;
}
