import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { leverParameters } from '../../../nodes/Harver/invite/atsParameters';
import type { Sandbox } from '../../sandbox';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';

const FOLDER = path.resolve(__dirname, '../scenarios');

const step = z.discriminatedUnion('do', [
	z.object({ do: z.literal('apply'), posting: z.string(), email: z.string().email() }).strict(),
	z.object({ do: z.literal('moveToStage'), stage: z.string() }).strict(),
	z.object({ do: z.literal('addTags'), tags: z.array(z.string().min(1)) }).strict(),
	z.object({ do: z.literal('archive'), reason: z.string() }).strict(),
	z.object({ do: z.literal('delete') }).strict(),
	z.object({ do: z.literal('invite'), vacancy: z.string() }).strict(),
	z.object({ do: z.literal('begin') }).strict(),
	z.object({ do: z.literal('complete'), score: z.number().min(0).max(100) }).strict(),
]);

const scenarioSchema = z
	.object({
		about: z.string().min(1),
		/** Name of somebody in the sandbox, or of who applies. */
		candidate: z.string().min(1),
		/** What has happened before the flow listens. */
		given: z.array(step),
		/** What happens while it listens. */
		when: z.array(step).min(1),
	})
	.strict();

export type Step = z.infer<typeof step>;
export type Scenario = z.infer<typeof scenarioSchema>;

/** The names of the scenarios that are there. */
export function scenarioNames(): string[] {
	return readdirSync(FOLDER).filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json')).sort();
}

/** A scenario by its name, or of one's own by the path of its file. Throws when it is none. */
export function readScenario(nameOrFile: string): Scenario {
	const file = scenarioNames().includes(nameOrFile) ? path.join(FOLDER, `${nameOrFile}.json`) : nameOrFile;
	const parsed = scenarioSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (parsed.success) return parsed.data;
	throw new Error(`${file} is no scenario: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(', ')}`);
}

/** Does one step in the sandbox, as people do it in the two services. Throws when the sandbox does not have what it names. */
export function act(sandbox: Sandbox, candidate: string, wanted: Step): void {
	const { lever, harver } = sandbox;
	switch (wanted.do) {
		case 'apply':
			lever.addOpportunity({ name: candidate, emails: [wanted.email], posting: named(lever.postings, wanted.posting, 'posting').id, stage: 'applicant-new', origin: 'applied' });
			return;
		case 'moveToStage':
			lever.moveToStage(opportunityOf(sandbox, candidate).id, named(lever.stages, wanted.stage, 'stage').id);
			return;
		case 'addTags': {
			const opportunity = opportunityOf(sandbox, candidate);
			opportunity.tags = [...new Set([...opportunity.tags, ...wanted.tags])];
			return;
		}
		case 'archive':
			lever.archive(opportunityOf(sandbox, candidate).id, named(lever.archiveReasons, wanted.reason, 'archive reason').id);
			return;
		case 'delete':
			lever.remove(opportunityOf(sandbox, candidate).id);
			return;
		case 'invite':
			invite(sandbox, candidate, wanted.vacancy);
			return;
		case 'begin':
			harver.start(applicationOf(sandbox, candidate).id);
			return;
		case 'complete':
			harver.complete(applicationOf(sandbox, candidate).id, wanted.score);
			return;
	}
}

/** The candidate's opportunity in Lever; `undefined` when it is not there, or not there any more. */
export function findOpportunity({ lever }: Sandbox, candidate: string): Opportunity | undefined {
	return lever.opportunities.find((opportunity) => lever.contactOf(opportunity).name === candidate);
}

/** Invites as the Harver node does: with the ids of Lever. */
function invite(sandbox: Sandbox, candidate: string, vacancyName: string): void {
	const opportunity = opportunityOf(sandbox, candidate);
	const vacancy = sandbox.harver.vacancies.find(({ name }) => name === vacancyName);
	if (!vacancy) throw new Error(`The sandbox has no vacancy "${vacancyName}".`);
	const [firstName = '', ...more] = candidate.split(' ');
	const { contact, application } = opportunity;
	const parameters = leverParameters({ id: opportunity.id, contact, applications: application ? [application] : [] });
	sandbox.harver.invite(vacancy.id, { emailAddress: sandbox.lever.contactOf(opportunity).emails[0] ?? '', firstName, lastName: more.join(' ') }, parameters);
}

function opportunityOf(sandbox: Sandbox, candidate: string): Opportunity {
	const opportunity = findOpportunity(sandbox, candidate);
	if (!opportunity) throw new Error(`The sandbox has no candidate "${candidate}".`);
	return opportunity;
}

function applicationOf({ harver }: Sandbox, candidate: string): Application {
	const application = harver.applications.find(({ candidate: { firstName, lastName } }) => `${firstName} ${lastName}`.trim() === candidate);
	if (!application) throw new Error(`${candidate} was not invited in Harver: begin the scenario with { "do": "invite", "vacancy": "…" }.`);
	return application;
}

function named<T extends { text: string }>(records: T[], text: string, what: string): T {
	const record = records.find((candidate) => candidate.text === text);
	if (!record) throw new Error(`The sandbox has no ${what} "${text}". It has: ${records.map((candidate) => candidate.text).join(', ')}.`);
	return record;
}
