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

/** What differs in a story from the usual: Ada in the trigger stage, one open vacancy, which her tag names, nothing done yet. */
export interface Story {
	opportunity?: IDataObject;
	posting?: IDataObject;
	/** Comments that are on the profile already. */
	comments?: string[];
	vacancies?: Partial<Vacancies>;
	/** Invitations that stand already. */
	applications?: StandingApplication[];
	leverFaults?: Fault[];
	harverFaults?: Fault[];
}

/** The two services in a story, what they were asked, and the credentials that open them. */
export interface Services extends Log {
	lever: Lever;
	harver: Harver;
	credentials: CredentialStore;
}

/** Sets up both services for one test. Each story has keys and an account of its own: nodes keep pace and vacancies by them. */
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

/** Runs a flow from its Lever Trigger, as after a delivery about Ada. Fails when the run's data give a secret away. */
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

/** Fails when a magic link, a key or a token stands anywhere in what n8n would keep of the run. */
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

/** Fails when something was asked that nobody expected, or a fault was not met. Takes both services off the wire. */
export function endOfStory({ unexpected }: Services): void {
	const unmet = nock.pendingMocks();
	nock.cleanAll();
	expect(unexpected).toEqual([]);
	expect(unmet).toEqual([]);
}

/** The flow with other values in its Settings node. */
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

/** The body of a delivery of Lever about Ada, signed as Lever signs (docs/lever-api.md, Signatures). */
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
