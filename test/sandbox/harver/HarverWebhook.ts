import { z } from 'zod';

import { WebhookDispatcher, type Delivery } from '../WebhookDispatcher';
import type { WebhookFaults } from '../faults';
import { HARVER_ACCOUNT, type HarverEvent } from './HarverAccount';

/** The settings under Integrations > Harver Webhook > Harver to ATS (docs/harver-api.md, Webhooks). */
export const webhookSettingsSchema = z
	.object({
		url: z.string().url(),
		/** More URLs that get the same deliveries, as Harver's team can set up. */
		additionalUrls: z.array(z.string().url()).default([]),
		/** If empty, no login is sent. */
		user: z.string().default(''),
		password: z.string().default(''),
		/** The name of the completion event in the API document, or in the set-up guide. */
		completionEvent: z
			.enum(['CandidateStatusNew', 'ProcessStatusHasChanged'])
			.default('CandidateStatusNew'),
		/** Whether `PersonalInfoWasCreated` and `AdditionalInfoWasUpdated` are sent too. */
		allEvents: z.boolean().default(false),
		/** Whether deliveries omit `data.attributes`, which the schema allows. */
		omitAttributes: z.boolean().default(false),
		/** Milliseconds before each retry. Harver documents none. */
		retryDelays: z.array(z.number().int().nonnegative()).default([]),
	})
	.strict();

export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

/** Reports events of applications to the ATS, with Basic Auth and without a signature. */
export class HarverWebhook {
	settings: WebhookSettings | null = null;
	private readonly dispatcher: WebhookDispatcher;

	constructor(
		private readonly now: () => number,
		faults: WebhookFaults,
	) {
		this.dispatcher = new WebhookDispatcher('harver', now, faults);
	}

	/** Sets the webhook up, or removes it. Throws ZodError if the settings don't match the schema. */
	configure(settings: z.input<typeof webhookSettingsSchema> | null): void {
		this.settings = settings && webhookSettingsSchema.parse(settings);
	}

	get deliveries(): Delivery[] {
		return this.dispatcher.history;
	}

	get busy(): boolean {
		return this.dispatcher.busy;
	}

	/** Clears the history but keeps the settings, like Lever's webhooks. */
	reset(): void {
		this.dispatcher.history = [];
	}

	/** Sends an event if a webhook is set up, without waiting for the answer. */
	send({ event, applicationId, status }: HarverEvent): void {
		const { settings } = this;
		if (!settings) return;
		if (
			!settings.allEvents &&
			(event === 'PersonalInfoWasCreated' || event === 'AdditionalInfoWasUpdated')
		)
			return;
		const { url, additionalUrls, completionEvent, user, password, omitAttributes, retryDelays } =
			settings;
		const name = event === 'completed' ? completionEvent : event;
		const body = {
			triggeredAt: this.now(),
			event: name,
			data: {
				type: 'applications',
				id: applicationId,
				...(omitAttributes ? {} : { attributes: { status } }),
			},
			relationships: { account: { data: { type: 'account', id: HARVER_ACCOUNT } } },
		};
		const headers: Record<string, string> =
			user === ''
				? {}
				: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
		for (const target of [url, ...additionalUrls])
			void this.dispatcher.send(
				{ webhookId: 'harver', event: name, url: target, body, headers },
				retryDelays,
			);
	}

	/** Sends a delivery of the history again, unchanged. */
	async rerun(delivery: Delivery): Promise<void> {
		await this.dispatcher.rerun(delivery);
	}

	/** Waits until no delivery is in progress. */
	async settled(): Promise<void> {
		await this.dispatcher.settled();
	}

	/** Stops retrying. */
	close(): void {
		this.dispatcher.close();
	}
}
