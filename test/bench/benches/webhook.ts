import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { BURST_ENVIRONMENT } from '../../host/N8nProcess';
import type { Bench } from '../report';
import { SIGNATURE_TOKEN, type BenchHost } from '../BenchHost';
import { percentile } from '../figures';

const PER_SECOND = 30;
const FORGED = 1000;
const PEER = 'Webhook + Crypto + IF';

interface Answered {
	/** Response time of each genuine delivery in milliseconds. */
	genuine: number[];
	wronglyAnswered: number;
}

export const webhook: Bench = {
	name: 'webhook',
	title: 'Verifying and answering webhooks',
	how: `Signed deliveries arrive at ${PER_SECOND.toString()} per second, whether or not earlier ones have been answered. Each starts an execution that does nothing else. The peer also answers after verifying (Respond to Webhook). Then the same with ${FORGED.toString()} forged deliveries in between. n8n restarts before each measurement, with the settings for bursts (docs/operating.md); with n8n's default expression engine it handles ten per second on two cores, regardless of who verifies.`,
	async run(startHost, quick) {
		const host = await startHost();
		const seconds = quick ? 5 : 30;
		const trigger = await host.addWorkflow('lever-trigger.json');
		const peer = await host.addWorkflow('peer-webhook.json');
		const measure = async (url: string, forged: number): Promise<Answered> => {
			await host.restart(BURST_ENVIRONMENT);
			await send(host, url, 1, 0);
			return await send(host, url, seconds, forged);
		};
		const calm = { ours: await measure(trigger.url, 0), peer: await measure(peer.url, 0) };
		const attacked = {
			ours: await measure(trigger.url, quick ? 100 : FORGED),
			peer: await measure(peer.url, quick ? 100 : FORGED),
		};
		const times = (answered: typeof calm, share: number) => ({
			ours: percentile(answered.ours.genuine, share),
			peer: percentile(answered.peer.genuine, share),
			peerName: PEER,
			unit: 'ms' as const,
		});
		return [
			{
				id: 'webhook.p50',
				what: `webhooks at ${PER_SECOND.toString()} per second: median response time`,
				...times(calm, 0.5),
			},
			{ id: 'webhook.p99', what: '99th percentile of the response time', ...times(calm, 0.99) },
			{
				id: 'webhook.forged.p50',
				what: `with ${FORGED.toString()} forged deliveries in between: median response time of genuine ones`,
				...times(attacked, 0.5),
			},
			{
				id: 'webhook.forged.p99',
				what: '99th percentile of the response time',
				...times(attacked, 0.99),
			},
			{
				id: 'webhook.wrong',
				what: 'genuine deliveries rejected, forged ones accepted, or no answer',
				unit: 'times',
				ours: calm.ours.wronglyAnswered + attacked.ours.wronglyAnswered,
				peer: calm.peer.wronglyAnswered + attacked.peer.wronglyAnswered,
				peerName: PEER,
				target: { atMost: 0 },
			},
		];
	},
};

/** Sends deliveries for a number of seconds and waits for all answers. */
async function send(
	host: BenchHost,
	url: string,
	seconds: number,
	forged: number,
): Promise<Answered> {
	const genuine = seconds * PER_SECOND;
	const answered: Answered = { genuine: [], wronglyAnswered: 0 };
	const post = async (at: number, isForged: boolean): Promise<void> => {
		await sleep(at);
		const body = buildDelivery(host, isForged ? randomBytes(24).toString('hex') : SIGNATURE_TOKEN);
		const startedAt = performance.now();
		const status = await axios
			.post(url, body, { validateStatus: () => true, timeout: 60_000, proxy: false })
			.then(
				(answer) => answer.status,
				() => 0,
			);
		if (!isForged) answered.genuine.push(performance.now() - startedAt);
		if (status !== (isForged ? 401 : 200)) answered.wronglyAnswered += 1;
	};
	const spread = (count: number, isForged: boolean): Promise<void>[] =>
		Array.from({ length: count }, async (_, index) => {
			await post(((index + (isForged ? 0.5 : 0)) * seconds * 1000) / count, isForged);
		});
	await Promise.all([...spread(genuine, false), ...spread(forged, true)]);
	return answered;
}

/** Builds a delivery like Lever's (docs/lever-api.md, Delivery body). */
function buildDelivery(host: BenchHost, signatureToken: string): Record<string, unknown> {
	const token = randomBytes(24).toString('hex');
	const triggeredAt = Date.now();
	return {
		id: randomBytes(16).toString('hex'),
		event: 'candidateStageChange',
		triggeredAt,
		token,
		data: {
			opportunityId: randomBytes(16).toString('hex'),
			fromStageId: 'applicant-new',
			toStageId: host.triggerStageId,
		},
		signature: createHmac('sha256', signatureToken)
			.update(`${token}${triggeredAt.toString()}`)
			.digest('hex'),
	};
}
