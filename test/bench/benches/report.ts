import axios from 'axios';

import { waitUntil } from '../../e2e/scenario';
import type { Bench } from '../report';
import type { BenchHost } from '../BenchHost';
import { median, MEGABYTE } from '../figures';
import { addInvited, isComplete, type Invited } from './results';

const LARGE = 29_900_000;
const SMALL = 100_000;
const SCORE = 87;
const WHOLE_ROUNDS = 3;

export const report: Bench = {
	name: 'report',
	title: 'Transferring a 30 MB report from Harver to Lever',
	how: 'The nodes Webhook, Harver and Lever, compared with Webhook and two HTTP Request nodes: both download the report and upload it. Then the complete workflow for results. n8n restarts before each round and transfers a small report before the idle memory is measured. The numbers are medians.',
	async run(startHost, quick) {
		const host = await startHost();
		const { url: ourUrl } = await host.addWorkflow('report.json');
		const { url: peerUrl } = await host.addWorkflow('peer-report.json');
		const rounds = quick ? 1 : 5;
		const ours: number[] = [];
		const peer: number[] = [];
		const whole: number[] = [];
		for (let round = 0; round < rounds; round++) {
			ours.push(
				await measureMemoryAboveIdle(host, async (bytes) => {
					await viaTwoNodes(host, bytes, ourUrl);
				}),
			);
			peer.push(
				await measureMemoryAboveIdle(host, async (bytes) => {
					await viaTwoNodes(host, bytes, peerUrl);
				}),
			);
			if (round < WHOLE_ROUNDS)
				whole.push(
					await measureMemoryAboveIdle(host, async (bytes) => {
						await viaWorkflow(host, bytes);
					}),
				);
		}
		console.log(
			`  ours ${ours.map(Math.round).join(', ')} MB; peer ${peer.map(Math.round).join(', ')} MB; the complete workflow ${whole.map(Math.round).join(', ')} MB`,
		);
		return [
			{
				id: 'report.memory',
				what: '30 MB report from Harver to Lever: peak memory of n8n above idle',
				unit: 'MB',
				ours: median(ours),
				peer: median(peer),
				peerName: 'HTTP Request twice',
				target: { atMost: 75, belowPeer: true },
			},
			{
				id: 'report.workflow',
				what: 'the same with the complete workflow for results',
				unit: 'MB',
				ours: median(whole),
				target: { atMost: 75 },
			},
		];
	},
};

async function measureMemoryAboveIdle(
	host: BenchHost,
	bring: (bytes: number) => Promise<void>,
): Promise<number> {
	await host.restart();
	const { n8n } = host.demo;
	await bring(SMALL);
	const idle = await n8n.getUsage();
	await n8n.resetPeak();
	await bring(LARGE);
	return ((await n8n.getUsage()).peakBytes - idle.residentBytes) / MEGABYTE;
}

async function viaWorkflow(host: BenchHost, bytes: number): Promise<void> {
	const { sandbox } = host.demo;
	sandbox.harver.reports.settings.minSize = bytes;
	const [invited] = addInvited(host, 1);
	if (!invited) throw new Error('Nobody was invited.');
	sandbox.harver.complete(invited.application.id, SCORE);
	await waitUntil('the report is on the profile', () => isComplete(host)(invited), 60_000);
	removeFile(invited, bytes);
}

/** Transfers a report with the two-node workflow behind a URL. */
async function viaTwoNodes(host: BenchHost, bytes: number, url: string): Promise<void> {
	const { sandbox } = host.demo;
	sandbox.harver.reports.settings.minSize = bytes;
	const [invited] = addInvited(host, 1);
	if (!invited) throw new Error('Nobody was invited.');
	// No webhook is sent, so only the workflow behind the URL runs.
	Object.assign(invited.application, {
		status: 'new',
		matchingScore: SCORE,
		startedAt: Date.now(),
		completedAt: Date.now(),
	});
	const reportUrl = sandbox.harver.reports.create(invited.application.id, 'report', 'en-US').url;
	await axios.post(
		url,
		{ opportunityId: invited.opportunity.id, applicationId: invited.application.id, reportUrl },
		{ proxy: false },
	);
	await waitUntil(
		'the report is on the profile',
		() => invited.opportunity.files.length > 0,
		60_000,
	);
	removeFile(invited, bytes);
}

/** Checks that the file arrived unchanged, and removes it from the sandbox. */
function removeFile({ opportunity }: Invited, bytes: number): void {
	const [file] = opportunity.files.splice(0);
	if ((file?.bytes.length ?? 0) < bytes) throw new Error('The report arrived cut off.');
}
