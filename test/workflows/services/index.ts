import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';

import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';

import {
	runWorkflow,
	type CredentialStore,
	type RunResult,
	type WorkflowJson,
} from '../../harness';
import {
	beginStory,
	Harver,
	MAGIC,
	storyNumber,
	type StandingApplication,
	type Vacancies,
} from './harver';
import { Lever, OPPORTUNITY, SIGNATURE_TOKEN, TRIGGER_STAGE } from './lever';
import { putOnTheWire, type Fault, type Log } from './wire';

export { applicationId, vacancyId } from './harver';
export { OPPORTUNITY, OTHER_STAGE, POSTING, TRIGGER_STAGE } from './lever';

/** What differs from the default story: Ada is in the trigger stage, her tag names an open vacancy, and nothing has been done. */
export interface Story {
	opportunity?: IDataObject;
	posting?: IDataObject;
	/** Notes that are already on the profile. */
	comments?: string[];
	vacancies?: Partial<Vacancies>;
	/** Invitations that already exist. */
	applications?: StandingApplication[];
	leverFaults?: Fault[];
	harverFaults?: Fault[];
}

/** The two services of a story, their calls, and the credentials for them. */
export interface Services extends Log {
	lever: Lever;
	harver: Harver;
	credentials: CredentialStore;
}

/** Sets up both services for one test. Each story has its own keys and account, because nodes keep rate limits and vacancies by them. */
export function given({
	opportunity = {},
	posting = {},
	comments = [],
	vacancies,
	applications = [],
	leverFaults = [],
	harverFaults = [],
}: Story = {}): Services {
	const stories = beginStory();
	const apiKey = `lever-key-${stories.toString()}`;
	const accountId = stories.toString(16).padStart(24, '0');
	const log: Log = { asked: [], written: [], unexpected: [] };
	const lever = new Lever(apiKey, { opportunity, posting, comments });
	const harver = new Harver(
		accountId,
		{ open: ['Customer Support Agent'], closed: [], draft: [], ...vacancies },
		applications,
	);
	putOnTheWire(lever, leverFaults, log);
	putOnTheWire(harver, harverFaults, log);
	return {
		...log,
		lever,
		harver,
		credentials: {
			leverApi: { apiKey },
			harverApi: { clientId: `client-${apiKey}`, clientSecret: 'harver-client-secret', accountId },
		},
	};
}

/** Runs a workflow from its Lever Trigger, as after a delivery about Ada. Fails when the run's data contains a secret. */
export async function run(flow: WorkflowJson, services: Services): Promise<RunResult> {
	const trigger = flow.nodes.find(({ type }) => type === 'n8n-nodes-lever-harver.leverTrigger');
	const result = await runWorkflow(flow, {
		startNode: trigger?.name ?? '',
		items: [
			{
				json: {
					event: 'candidateStageChange',
					triggeredAt: Date.now(),
					data: { opportunityId: OPPORTUNITY },
				},
			},
		],
		credentials: services.credentials,
	});
	expectNoSecretIn(result, services);
	return result;
}

/** Fails when what n8n would save of the run contains a magic link, a key or a token. */
export function expectNoSecretIn({ run: kept }: RunResult, { credentials }: Services): void {
	const text = inspect(kept, { depth: Infinity, maxArrayLength: null, maxStringLength: null });
	for (const secret of [
		MAGIC,
		credentials.leverApi?.apiKey as string,
		'harver-client-secret',
		'harver-token-',
	])
		expect(text).not.toContain(secret);
}

/** Fails when there was an unexpected call, or a fault was not used. Removes both services from nock. */
export function endOfStory({ unexpected }: Services): void {
	const unmet = nock.pendingMocks();
	nock.cleanAll();
	expect(unexpected).toEqual([]);
	expect(unmet).toEqual([]);
}

/** Returns the workflow with other values in its Settings node. */
export function withSettings(
	flow: WorkflowJson,
	values: Record<string, string | boolean>,
): WorkflowJson {
	const changed = structuredClone(flow);
	const settings = changed.nodes.find(({ name }) => name === 'Settings')?.parameters
		.assignments as { assignments: { name: string; value: unknown }[] };
	for (const [name, value] of Object.entries(values)) {
		const assignment = settings.assignments.find((candidate) => candidate.name === name);
		if (!assignment) throw new Error(`The flow has no setting "${name}".`);
		assignment.value = value;
	}
	return changed;
}

/** Builds the body of a Lever delivery about Ada, with Lever's signature (docs/lever-api.md, Signatures). */
export function delivery(
	parts: { toStageId?: string; token?: string; signedWith?: string } = {},
): IDataObject {
	const {
		toStageId = TRIGGER_STAGE.id,
		token = `token-${storyNumber().toString()}`,
		signedWith = SIGNATURE_TOKEN,
	} = parts;
	const triggeredAt = Date.now();
	const signature = createHmac('sha256', signedWith)
		.update(`${token}${triggeredAt.toString()}`)
		.digest('hex');
	return {
		event: 'candidateStageChange',
		triggeredAt,
		token,
		signature,
		data: { opportunityId: OPPORTUNITY, toStageId, fromStageId: 'applicant-new' },
	};
}
