import { z } from 'zod';

import { WebhookDispatcher, type Delivery } from '../WebhookDispatcher';
import type { WebhookFaults } from '../faults';
import { HARVER_ACCOUNT, type HarverEvent } from './HarverAccount';

/** What a Harver admin fills in under Integrations → Harver Webhook → Harver to ATS (docs/harver-api.md, Webhooks). */
export const webhookSettingsSchema = z
	.object({
		url: z.string().url(),
		/** Further addresses that are told the same, as Harver's team may set up. */
		moreUrls: z.array(z.string().url()).default([]),
		/** No login is sent without a user. */
		user: z.string().default(''),
		password: z.string().default(''),
		/** The name of the completion event: as in the API document, or as in the set-up guide. */
		completionEvent: z
			.enum(['CandidateStatusNew', 'ProcessStatusHasChanged'])
			.default('CandidateStatusNew'),
		/** Also tells of `PersonalInfoWasCreated` and `AdditionalInfoWasUpdated`. */
		moreEvents: z.boolean().default(false),
		/** Milliseconds before each further try. Harver documents none. */
		retryDelays: z.array(z.number().int().nonnegative()).default([]),
	})
	.strict();

export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

/** Tells the ATS what happens to applications, with Basic Auth and without a signature. */
export class HarverWebhook {
	settings: WebhookSettings | null = null;
	private readonly dispatcher: WebhookDispatcher;

	constructor(
		private readonly now: () => number,
		faults: WebhookFaults,
	) {
		this.dispatcher = new WebhookDispatcher('harver', now, faults);
	}

	/** Sets it up, or switches it off. Throws when the settings are not as the schema wants. */
	configure(settings: z.input<typeof webhookSettingsSchema> | null): void {
		this.settings = settings && webhookSettingsSchema.parse(settings);
	}

	get deliveries(): Delivery[] {
		return this.dispatcher.history;
	}

	get busy(): boolean {
		return this.dispatcher.busy;
	}

	/** Forgets the history; the settings stay, as Lever's webhooks do. */
	reset(): void {
		this.dispatcher.history = [];
	}

	/** Tells of an event when a webhook is set up; does not wait for the answer. */
	send({ event, applicationId, status }: HarverEvent): void {
		const { settings } = this;
		if (!settings) return;
		if (
			!settings.moreEvents &&
			(event === 'PersonalInfoWasCreated' || event === 'AdditionalInfoWasUpdated')
		)
			return;
		const { url, moreUrls, completionEvent, user, password, retryDelays } = settings;
		const name = event === 'completed' ? completionEvent : event;
		const body = {
			triggeredAt: this.now(),
			event: name,
			data: { type: 'applications', id: applicationId, attributes: { status } },
			relationships: { account: { data: { type: 'account', id: HARVER_ACCOUNT } } },
		};
		const headers: Record<string, string> =
			user === ''
				? {}
				: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
		for (const target of [url, ...moreUrls])
			void this.dispatcher.send(
				{ webhookId: 'harver', event: name, url: target, body, headers },
				retryDelays,
			);
	}

	/** Sends a delivery of the history once more, as it was. */
	async rerun(delivery: Delivery): Promise<void> {
		await this.dispatcher.rerun(delivery);
	}

	/** Waits until no delivery is on its way. */
	async settled(): Promise<void> {
		await this.dispatcher.settled();
	}

	/** No further tries. */
	close(): void {
		this.dispatcher.close();
	}
}
