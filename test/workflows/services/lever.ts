import type { IDataObject } from 'n8n-workflow';

import type { Answer, Call, Service } from './wire';

export const OPPORTUNITY = '0b1cf7a2-3c1d-4d52-9f0e-2c8f5a7c9e11';
export const POSTING = '44cc0000-0000-4000-8000-000000000001';
export const TRIGGER_STAGE = {
	id: '51adc5b3-0d0b-4b9b-a1f2-0b6a1b8d0002',
	text: 'Harver Assessment',
};
export const OTHER_STAGE = { id: 'applicant-new', text: 'New Applicant' };
export const SIGNATURE_TOKEN = '0123456789abcdef0123456789abcdef0123456789abcdef';

/** A candidate that both workflows invite: in the trigger stage, with a vacancy tag, the opt-in tag, e-mail and phone. */
const ADA: IDataObject = {
	id: OPPORTUNITY,
	name: 'Ada Example',
	contact: '77aa0000-0000-4000-8000-000000000001',
	emails: ['ada@example.org'],
	phones: [{ type: 'mobile', value: '+31 6 1234 5678' }],
	stage: TRIGGER_STAGE,
	archived: null,
	isAnonymized: false,
	tags: ['Operations', 'Harver Vacancy: Customer Support Agent', 'Harver: Auto-invite'],
	applications: [{ id: '99dd0000-0000-4000-8000-000000000001', type: 'posting', posting: POSTING }],
};

/** Fields that are blank in Lever's answers to writes (docs/lever-api.md, Opportunities). */
const BLANK = { name: '', emails: [], phones: [] };

/** A simulated Lever with one opportunity. It remembers tags, notes and webhooks. */
export class Lever implements Service {
	readonly name = 'Lever';

	readonly host = 'https://api.lever.co';

	readonly base = '/v1';

	/** The current state of the opportunity. */
	readonly opportunity: IDataObject & { tags: string[] };

	/** The texts of the notes on the profile, oldest first. */
	readonly comments: string[];

	readonly webhooks: IDataObject[] = [];

	constructor(
		private readonly apiKey: string,
		parts: { opportunity: IDataObject; posting: IDataObject; comments: string[] },
	) {
		const opportunity = { ...ADA, ...parts.opportunity };
		this.opportunity = { ...opportunity, tags: [...(opportunity.tags as string[])] };
		this.posting = { id: POSTING, text: 'Customer Support Agent', tags: [], ...parts.posting };
		this.comments = [...parts.comments];
	}

	private readonly posting: IDataObject;

	readonly answer = (asked: Call): Answer | undefined => {
		const { call, query, body, authorization } = asked;
		if (authorization !== `Basic ${Buffer.from(`${this.apiKey}:`).toString('base64')}`)
			return { status: 401, body: { code: 'Unauthorized', message: 'Bad key' } };
		switch (call) {
			case `GET /opportunities/${OPPORTUNITY}`:
				return found(this.expanded(query.getAll('expand')));
			case `GET /postings/${POSTING}`:
				return found(this.posting);
			case `POST /opportunities/${OPPORTUNITY}/addTags`:
				return this.retagged([...this.opportunity.tags, ...tagsIn(body)]);
			case `POST /opportunities/${OPPORTUNITY}/removeTags`:
				return this.retagged(this.opportunity.tags.filter((tag) => !tagsIn(body).includes(tag)));
			case `GET /opportunities/${OPPORTUNITY}/notes`:
				return { status: 200, body: { data: this.comments.map(noteOf), hasNext: false } };
			case `POST /opportunities/${OPPORTUNITY}/notes`:
				this.comments.push((body as { value: string }).value);
				return {
					status: 201,
					body: { data: { noteId: `note-${this.comments.length.toString()}` } },
				};
			default:
				return this.answerSetUp(call, body);
		}
	};

	private answerSetUp(call: string, body: unknown): Answer | undefined {
		switch (call) {
			case 'GET /stages':
				return { status: 200, body: { data: [OTHER_STAGE, TRIGGER_STAGE], hasNext: false } };
			case 'GET /webhooks':
				return { status: 200, body: { data: this.webhooks } };
			case 'POST /webhooks': {
				const webhook = {
					id: `webhook-${(this.webhooks.length + 1).toString()}`,
					...(body as IDataObject),
				};
				this.webhooks.push(webhook);
				return {
					status: 201,
					body: { data: { ...webhook, configuration: { signatureToken: SIGNATURE_TOKEN } } },
				};
			}
			case 'DELETE /webhooks/webhook-1':
				this.webhooks.splice(0);
				return { status: 204 };
			default:
				return undefined;
		}
	}

	/** Returns the opportunity with IDs instead of the records that were not requested (docs/lever-api.md, Include and expand). */
	private expanded(expand: string[]): IDataObject {
		const { stage, applications } = this.opportunity;
		return {
			...this.opportunity,
			stage: expand.includes('stage') ? stage : (stage as IDataObject).id,
			applications: expand.includes('applications')
				? applications
				: (applications as IDataObject[]).map(({ id }) => id),
		};
	}

	private retagged(tags: string[]): Answer {
		this.opportunity.tags = [...new Set(tags)];
		return found({ ...this.expanded([]), ...BLANK });
	}
}

function found(record: IDataObject): Answer {
	return { status: 200, body: { data: record } };
}

function tagsIn(body: unknown): string[] {
	return (body as { tags: string[] }).tags;
}

function noteOf(value: string, index: number): IDataObject {
	return {
		id: `note-${(index + 1).toString()}`,
		text: 'Note',
		fields: [{ type: 'note', text: 'Comment', value, createdAt: Date.now() }],
		createdAt: Date.now(),
	};
}
