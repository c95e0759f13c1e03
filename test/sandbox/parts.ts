import type { HarverTokens } from './harver/access';
import type { HarverAccount } from './harver/HarverAccount';
import type { HarverWebhook } from './harver/HarverWebhook';
import type { LeverAccount } from './lever/LeverAccount';
import type { OAuthTokens } from './lever/oauth';
import type { WebhookSender } from './lever/WebhookSender';
import type { RequestLog } from './requestLog';
import type { Faults } from './serviceFault';
import type { WebhookFaults } from './webhookFaults';

/** The parts of the sandbox that the page and the tests look at and steer. */
export interface Parts {
	lever: LeverAccount;
	harver: HarverAccount;
	webhooks: WebhookSender;
	harverWebhook: HarverWebhook;
	leverTokens: OAuthTokens;
	harverTokens: HarverTokens;
	requests: RequestLog;
	faults: Faults;
	webhookFaults: WebhookFaults;
}
