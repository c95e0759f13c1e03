import { z } from 'zod';

import { buildLeverParameters } from '../../../nodes/Harver/items/atsParameters';
import type { Sandbox } from '../../sandbox';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';
import { findApplications, findOpportunity } from './candidate';

const service = z.enum(['lever', 'harver']);

/** One thing that happens: what people do in the two services, or what goes wrong in them. */
export const stepSchema = z.discriminatedUnion('do', [
	z.object({ do: z.literal('apply'), posting: z.string(), email: z.string().email() }).strict(),
	z.object({ do: z.literal('moveToStage'), stage: z.string() }).strict(),
	z.object({ do: z.literal('addTags'), tags: z.array(z.string().min(1)) }).strict(),
	z.object({ do: z.literal('archive'), reason: z.string() }).strict(),
	z.object({ do: z.literal('delete') }).strict(),
	z.object({ do: z.literal('invite'), vacancy: z.string() }).strict(),
	z.object({ do: z.literal('start') }).strict(),
	z.object({ do: z.literal('complete'), score: z.number().min(0).max(100) }).strict(),
	z.object({ do: z.literal('closeVacancy'), vacancy: z.string() }).strict(),
	/** Requests fail this many times, or until the service recovers: those of a method, or with a part of the path, or all. */
	z
		.object({
			do: z.literal('fail'),
			service,
			status: z.number().int().min(400).max(599).default(503),
			method: z.string().optional(),
			path: z.string().optional(),
			times: z.number().int().positive().optional(),
		})
		.strict(),
	z.object({ do: z.literal('recover') }).strict(),
	/** The service delivers its next webhook several times, or never. */
	z
		.object({
			do: z.literal('repeatDelivery'),
			service,
			copies: z.number().int().min(2).default(2),
		})
		.strict(),
	z.object({ do: z.literal('loseDelivery'), service }).strict(),
]);

export type Step = z.infer<typeof stepSchema>;

/** Performs a step in the sandbox. Throws when the sandbox does not have what the step names. */
export function performStep(sandbox: Sandbox, candidate: string, step: Step): void {
	const { lever, harver, faults, webhookFaults } = sandbox;
	switch (step.do) {
		case 'apply':
			lever.addOpportunity({
				name: candidate,
				emails: [step.email],
				posting: findByText(lever.postings, step.posting, 'posting').id,
				stage: 'applicant-new',
				origin: 'applied',
			});
			return;
		case 'moveToStage':
			lever.moveToStage(
				getOpportunity(sandbox, candidate).id,
				findByText(lever.stages, step.stage, 'stage').id,
			);
			return;
		case 'addTags': {
			const opportunity = getOpportunity(sandbox, candidate);
			opportunity.tags = [...new Set([...opportunity.tags, ...step.tags])];
			return;
		}
		case 'archive':
			lever.archive(
				getOpportunity(sandbox, candidate).id,
				findByText(lever.archiveReasons, step.reason, 'archive reason').id,
			);
			return;
		case 'delete':
			lever.remove(getOpportunity(sandbox, candidate).id);
			return;
		case 'invite':
			invite(sandbox, candidate, step.vacancy);
			return;
		case 'start':
			harver.start(getApplication(sandbox, candidate).id);
			return;
		case 'complete':
			harver.complete(getApplication(sandbox, candidate).id, step.score);
			return;
		case 'closeVacancy':
			getVacancy(sandbox, step.vacancy).status = 'closed';
			return;
		case 'fail': {
			const { service: failing, status, method, path, times } = step;
			faults.add({
				service: failing,
				status,
				method,
				path,
				times,
				rate: times === undefined ? 1 : undefined,
			});
			return;
		}
		case 'recover':
			faults.clear();
			return;
		case 'repeatDelivery':
			webhookFaults.add({ service: step.service, kind: 'repeat', copies: step.copies });
			return;
		case 'loseDelivery':
			webhookFaults.add({ service: step.service, kind: 'drop' });
			return;
	}
}

/** Invites the candidate as the Harver node does, with the IDs from Lever as ATS parameters. */
function invite(sandbox: Sandbox, candidate: string, vacancy: string): void {
	const opportunity = getOpportunity(sandbox, candidate);
	const [firstName = '', ...more] = candidate.split(' ');
	const { contact, application } = opportunity;
	const parameters = buildLeverParameters({
		id: opportunity.id,
		contact,
		applications: application ? [application] : [],
	});
	const emailAddress = sandbox.lever.getContactFor(opportunity).emails[0] ?? '';
	sandbox.harver.invite(
		getVacancy(sandbox, vacancy).id,
		{ emailAddress, firstName, lastName: more.join(' ') },
		parameters,
	);
}

function getOpportunity(sandbox: Sandbox, candidate: string): Opportunity {
	const opportunity = findOpportunity(sandbox, candidate);
	if (!opportunity) throw new Error(`The sandbox has no candidate "${candidate}".`);
	return opportunity;
}

function getApplication(sandbox: Sandbox, candidate: string): Application {
	const [application] = findApplications(sandbox, candidate);
	if (!application)
		throw new Error(
			`${candidate} was not invited in Harver. Start the scenario with { "do": "invite", "vacancy": "…" }.`,
		);
	return application;
}

function getVacancy({ harver }: Sandbox, name: string) {
	return findByText(
		harver.vacancies.map((vacancy) => ({ text: vacancy.name, vacancy })),
		name,
		'vacancy',
	).vacancy;
}

function findByText<T extends { text: string }>(records: T[], text: string, what: string): T {
	const record = records.find((candidate) => candidate.text === text);
	if (!record)
		throw new Error(
			`The sandbox has no ${what} "${text}". It has: ${records.map((candidate) => candidate.text).join(', ')}.`,
		);
	return record;
}
