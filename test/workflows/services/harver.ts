import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { Answer, Call, Service } from './wire';

export interface Vacancies {
	open: string[];
	closed: string[];
	draft: string[];
}

/** An existing invitation. */
export interface StandingApplication {
	vacancy: string;
	status: 'in-progress' | 'new';
}

/** Returns the ID of a vacancy of these tests: 24 hexadecimal digits derived from its name. */
export function vacancyId(name: string): string {
	return createHash('sha256').update(`vacancy ${name}`).digest('hex').slice(0, 24);
}

let stories = 0;

/** Starts another story, with application IDs that no node has seen before. Returns its number. */
export function beginStory(): number {
	stories += 1;
	return stories;
}

/** Returns the number of the current story. */
export function storyNumber(): number {
	return stories;
}

/** Returns the ID of Ada's application to a vacancy, in this story. */
export function applicationId(vacancy: string): string {
	return createHash('sha256')
		.update(`application ${stories.toString()} ${vacancy}`)
		.digest('hex')
		.slice(0, 24);
}

/** The secret part of every magic link. */
export const MAGIC = 'log-me-in-without-a-password';

/** A simulated Harver with some vacancies. It remembers invitations, and accepts only its newest access token. */
export class Harver implements Service {
	readonly name = 'Harver';

	readonly host = 'https://api.harver.com';

	readonly base = '/api/v1.0';

	/** The invitations, by application ID. */
	readonly applications: Map<string, StandingApplication>;

	/** What Harver answers about an application instead of its status alone, by application ID. */
	readonly documents = new Map<string, IDataObject>();

	private tokens = 0;

	constructor(
		private readonly accountId: string,
		private readonly vacancies: Vacancies,
		applications: StandingApplication[],
	) {
		this.applications = new Map(
			applications.map((application) => [applicationId(application.vacancy), application]),
		);
	}

	readonly answer = (asked: Call): Answer | undefined => {
		const { call, query, authorization } = asked;
		if (call === 'POST /oauth/token') return this.issueToken();
		if (authorization !== `Bearer harver-token-${this.tokens.toString()}`)
			return { status: 401, body: { statusCode: 401, message: 'Token expired' } };
		if (call === 'GET /accounts') return list([{ type: 'accounts', id: this.accountId }]);
		if (call === `GET /accounts/${this.accountId}/vacancies`) {
			const status = query.get('filter[status]') as keyof Vacancies;
			return list(
				this.vacancies[status].map((name) => ({
					type: 'vacancies',
					id: vacancyId(name),
					attributes: { name },
				})),
			);
		}
		if (call === 'GET /applications') return list(this.search(query));
		const [known] = [...this.applications].filter(([id]) => call === `GET /applications/${id}`);
		if (known)
			return {
				status: 200,
				body: this.documents.get(known[0]) ?? {
					data: {
						type: 'applications',
						id: known[0],
						attributes: { status: known[1].status },
						relationships: {
							candidate: { data: { type: 'candidates', id: 'c1', email: 'ada@example.org' } },
							vacancy: { data: { type: 'vacancies', id: vacancyId(known[1].vacancy) } },
						},
					},
				},
			};
		const vacancy = this.vacancies.open.find(
			(name) => call === `POST /vacancies/${vacancyId(name)}/applications`,
		);
		return vacancy === undefined ? undefined : this.invite(vacancy);
	};

	private issueToken(): Answer {
		this.tokens += 1;
		return { status: 200, body: { accessToken: `harver-token-${this.tokens.toString()}` } };
	}

	/** Searches by vacancy and e-mail address, or by an ATS parameter (docs/harver-api.md, Finding applications). There is only one candidate. */
	private search(query: URLSearchParams): IDataObject[] {
		const vacancy = query.get('filter[applicationMeta][vacancy]');
		return [...this.applications]
			.map(([id, application]) => ({
				type: 'applications',
				id,
				vacancyId: vacancyId(application.vacancy),
			}))
			.filter((application) => vacancy === null || application.vacancyId === vacancy);
	}

	private invite(vacancy: string): Answer {
		const id = applicationId(vacancy);
		this.applications.set(id, { vacancy, status: 'in-progress' });
		return {
			status: 201,
			body: {
				data: {
					applicationId: id,
					magicLink: `https://assess.example/${MAGIC}/${id}`,
					currentStatus: 'in-progress',
				},
			},
		};
	}
}

function list(data: IDataObject[]): Answer {
	return { status: 200, body: { data } };
}
