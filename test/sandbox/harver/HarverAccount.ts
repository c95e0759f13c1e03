import { randomBytes } from 'node:crypto';

import { HarverError, newId, notFound } from './errors';

export type VacancyStatus = 'draft' | 'open' | 'closed';

export interface Vacancy {
	id: string;
	accountId: string;
	name: string;
	status: VacancyStatus;
	/** Who mails the invitation (contract harver, Meaning). */
	loginStrategy: 'ATS First' | 'ATS Only' | 'Harver First';
}

export interface Candidate {
	id: string;
	emailAddress: string;
	firstName: string;
	lastName: string;
	phoneNumber?: string | undefined;
	language?: string | undefined;
}

export interface Application {
	id: string;
	vacancyId: string;
	candidate: Candidate;
	status: string;
	matchingScore: number | null;
	atsParameters: Record<string, string>;
	notes: { id: string; body: string; author: string; createdAt: number; modifiedAt: number }[];
	appliedAt: number;
	completedAt: number | null;
	statusUpdatedAt: number;
}

/** An invitation e-mail in the inbox. */
export interface Mail {
	id: string;
	to: string;
	subject: string;
	vacancyName: string;
	applicationId: string;
	sentAt: number;
	magicLink: string;
}

export const HARVER_CLIENT = { clientId: 'harver-sandbox-client', clientSecret: 'harver-sandbox-secret' };
export const HARVER_ACCOUNT = '5c9b8a7d6e5f4a3b2c1d0e9f';

/** A Harver account in memory. */
export class HarverAccount {
	vacancies: Vacancy[] = [];
	applications: Application[] = [];
	mails: Mail[] = [];

	constructor(
		readonly now: () => number,
		readonly publicUrl: () => string,
	) {
		this.reset();
	}

	/** Back to the invented vacancies: two open, one closed, one draft. */
	reset(): void {
		Object.assign(this, { vacancies: [], applications: [], mails: [] });
		this.addVacancy('Customer Support Agent', 'open', '5f0c1d2e3a4b5c6d7e8f9a01');
		this.addVacancy('Warehouse Associate', 'open', '5f0c1d2e3a4b5c6d7e8f9a02');
		this.addVacancy('Store Manager', 'closed', '5f0c1d2e3a4b5c6d7e8f9a03');
		this.addVacancy('Regional Lead', 'draft', '5f0c1d2e3a4b5c6d7e8f9a04');
	}

	addVacancy(name: string, status: VacancyStatus, id = newId(), loginStrategy: Vacancy['loginStrategy'] = 'Harver First'): Vacancy {
		const vacancy: Vacancy = { id, accountId: HARVER_ACCOUNT, name, status, loginStrategy };
		this.vacancies.push(vacancy);
		return vacancy;
	}

	vacancy(id: string): Vacancy {
		const found = this.vacancies.find((vacancy) => vacancy.id === id);
		if (!found) throw notFound('Vacancy');
		return found;
	}

	application(id: string): Application {
		const found = this.applications.find((application) => application.id === id);
		if (!found) throw notFound('Application');
		return found;
	}

	/**
	 * Invites somebody (contract harver, `POST vacancies/{vacancyId}/applications`): the same e-mail address again is the same
	 * application with a new magic link, and another e-mail, unless the ATS sends the links itself.
	 */
	invite(vacancyId: string, candidate: Omit<Candidate, 'id'>, atsParameters: Record<string, string>): { application: Application; magicLink: string } {
		const vacancy = this.vacancy(vacancyId);
		if (vacancy.status !== 'open') throw new HarverError(400, 'Vacancy is not open');
		const email = candidate.emailAddress.toLowerCase();
		const known = this.applications.find((application) => application.vacancyId === vacancyId && application.candidate.emailAddress.toLowerCase() === email);
		const appliedAt = this.now();
		const application: Application = known ?? {
			id: newId(),
			vacancyId,
			candidate: { id: newId(), ...candidate },
			status: 'in-progress',
			matchingScore: null,
			atsParameters,
			notes: [],
			appliedAt,
			completedAt: null,
			statusUpdatedAt: appliedAt,
		};
		if (!known) this.applications.push(application);
		const magicLink = `${this.publicUrl()}/journey/${application.id}?key=${randomBytes(16).toString('hex')}`;
		if (vacancy.loginStrategy !== 'ATS Only' && application.completedAt === null) {
			this.mails.push({ id: newId(), to: candidate.emailAddress, subject: `Your assessment for ${vacancy.name}`, vacancyName: vacancy.name, applicationId: application.id, sentAt: this.now(), magicLink });
		}
		return { application, magicLink };
	}

	/** The candidate finishes the journey with a score. */
	complete(id: string, matchingScore: number): Application {
		return Object.assign(this.application(id), { status: 'new', matchingScore, completedAt: this.now(), statusUpdatedAt: this.now() });
	}

	setStatus(id: string, status: string): void {
		Object.assign(this.application(id), { status, statusUpdatedAt: this.now() });
	}

	remove(id: string): void {
		this.applications.splice(this.applications.indexOf(this.application(id)), 1);
	}
}
