import { EventEmitter } from 'node:events';

import { z } from 'zod';

import { HarverError, createId, notFound } from './errors';
import type {
	Application,
	Candidate,
	HarverEvent,
	InvitationEmail,
	StatusEmail,
	Vacancy,
	VacancyStatus,
} from './records';
import { ReportLinks, MagicLinks } from './links';

export type {
	Application,
	Candidate,
	HarverEvent,
	InvitationEmail,
	Vacancy,
	VacancyStatus,
} from './records';

export const HARVER_CLIENT = {
	clientId: 'harver-sandbox-client',
	clientSecret: 'harver-sandbox-secret',
};
export const HARVER_ACCOUNT = '5c9b8a7d6e5f4a3b2c1d0e9f';

/** How Harver behaves where its document allows several readings. */
export const behaviorSchema = z
	.object({
		/** Searches for applications return all applications, whatever the filter. */
		ignoreSearchFilters: z.boolean().default(false),
		/** The names of ATS parameters that a search accepts; others are refused with 400 (docs/harver-api.md, Finding applications). */
		atsSearchNames: z.enum(['both', 'text', 'schema']).default('both'),
		/** The `ats` include returns only the parameters in its schema (docs/harver-api.md, ATS parameters). */
		standardAtsParametersOnly: z.boolean().default(false),
		/** What an invitation answers: everything, `data` without any field, or 204 without a body (docs/harver-api.md, Inviting). */
		invitationAnswer: z.enum(['complete', 'noId', 'noBody']).default('complete'),
	})
	.strict();

/** A Harver account in memory. */
export class HarverAccount {
	readonly events = new EventEmitter<{ event: [HarverEvent] }>();
	vacancies: Vacancy[] = [];
	/** Oldest first. */
	applications: Application[] = [];
	emails: InvitationEmail[] = [];
	statusEmails: StatusEmail[] = [];
	magicLinks: MagicLinks;
	reports: ReportLinks;
	behavior = behaviorSchema.parse({});
	private applicationsById = new Map<string, Application>();
	private applicationsByKey = new Map<string, Application>();
	private candidatesByEmail = new Map<string, Candidate>();

	constructor(
		readonly now: () => number,
		readonly publicUrl: () => string,
	) {
		this.magicLinks = new MagicLinks(now, publicUrl);
		this.reports = new ReportLinks(now, publicUrl);
		this.reset();
	}

	/** Restores the initial state: two open vacancies, a closed one and a draft. */
	reset(): void {
		Object.assign(this, {
			vacancies: [],
			applications: [],
			emails: [],
			statusEmails: [],
			applicationsById: new Map(),
			applicationsByKey: new Map(),
			candidatesByEmail: new Map(),
			behavior: behaviorSchema.parse({}),
		});
		this.magicLinks = new MagicLinks(this.now, this.publicUrl);
		this.reports = new ReportLinks(this.now, this.publicUrl);
		this.addVacancy('Customer Support Agent', 'open', '5f0c1d2e3a4b5c6d7e8f9a01');
		this.addVacancy('Warehouse Associate', 'open', '5f0c1d2e3a4b5c6d7e8f9a02');
		this.addVacancy('Store Manager', 'closed', '5f0c1d2e3a4b5c6d7e8f9a03');
		this.addVacancy('Regional Lead', 'draft', '5f0c1d2e3a4b5c6d7e8f9a04');
	}

	addVacancy(
		name: string,
		status: VacancyStatus,
		id = createId(),
		loginStrategy: Vacancy['loginStrategy'] = 'Harver First',
		canReapply = false,
	): Vacancy {
		const vacancy: Vacancy = {
			id,
			accountId: HARVER_ACCOUNT,
			name,
			status,
			loginStrategy,
			canReapply,
			createdAt: this.now(),
		};
		this.vacancies.push(vacancy);
		return vacancy;
	}

	getVacancy(id: string): Vacancy {
		const found = this.vacancies.find((vacancy) => vacancy.id === id);
		if (!found) throw notFound('Vacancy');
		return found;
	}

	getApplication(id: string): Application {
		const found = this.applicationsById.get(id);
		if (!found) throw notFound('Application');
		return found;
	}

	/** Whether an application exists; it may have been deleted. */
	hasApplication(id: string): boolean {
		return this.applicationsById.has(id);
	}

	/** The application of a person for a vacancy. */
	findApplication(vacancyId: string, emailAddress: string): Application | undefined {
		return this.applicationsByKey.get(applicationKey(vacancyId, emailAddress));
	}

	/** Everyone who was invited. */
	get candidates(): Candidate[] {
		return [...this.candidatesByEmail.values()];
	}

	/**
	 * Invites a candidate (docs/harver-api.md, Inviting). The same e-mail address again returns the same application with a
	 * new magic link and sends another e-mail, unless the ATS sends the links itself.
	 */
	invite(
		vacancyId: string,
		details: Omit<Candidate, 'id'>,
		atsParameters: Record<string, string>,
	): { application: Application; magicLink: string } {
		const vacancy = this.getVacancy(vacancyId);
		if (vacancy.status !== 'open') throw new HarverError(400, 'Vacancy is not open');
		const known = this.findApplication(vacancyId, details.emailAddress);
		const application = known ?? this.addApplication(vacancyId, details, atsParameters);
		const magicLink = this.magicLinks.create(application.id);
		if (vacancy.loginStrategy !== 'ATS Only' && application.completedAt === null) {
			this.emails.push({
				id: createId(),
				to: details.emailAddress,
				subject: `Your assessment for ${vacancy.name}`,
				vacancyName: vacancy.name,
				applicationId: application.id,
				sentAt: this.now(),
				magicLink,
			});
		}
		return { application, magicLink };
	}

	/** Starts the assessment, once. */
	start(id: string): Application {
		const application = this.getApplication(id);
		if (application.startedAt !== null) return application;
		Object.assign(application, {
			status: 'in-progress',
			startedAt: this.now(),
			statusUpdatedAt: this.now(),
		});
		for (const event of [
			'ApplicationStarted',
			'PersonalInfoWasCreated',
			'AdditionalInfoWasUpdated',
		] as const)
			this.emitEvent(event, application);
		return application;
	}

	/** Completes the assessment with a score, once; starts it first if necessary. */
	complete(id: string, matchingScore: number): Application {
		const application = this.start(id);
		if (application.completedAt !== null) return application;
		Object.assign(application, {
			status: 'new',
			matchingScore,
			completedAt: this.now(),
			statusUpdatedAt: this.now(),
		});
		this.emitEvent('completed', application);
		return application;
	}

	setStatus(id: string, status: string, mail?: Pick<StatusEmail, 'subject' | 'text'>): void {
		const application = this.getApplication(id);
		Object.assign(application, { status, statusUpdatedAt: this.now() });
		if (mail)
			this.statusEmails.push({
				id: createId(),
				to: application.candidate.emailAddress,
				...mail,
				applicationId: id,
				sentAt: this.now(),
			});
	}

	remove(id: string): void {
		const application = this.getApplication(id);
		this.applications.splice(this.applications.indexOf(application), 1);
		this.applicationsById.delete(id);
		this.applicationsByKey.delete(
			applicationKey(application.vacancyId, application.candidate.emailAddress),
		);
	}

	private addApplication(
		vacancyId: string,
		details: Omit<Candidate, 'id'>,
		atsParameters: Record<string, string>,
	): Application {
		const email = details.emailAddress.toLowerCase();
		const candidate = this.candidatesByEmail.get(email) ?? { id: createId(), ...details };
		const now = this.now();
		const application: Application = {
			id: createId(),
			vacancyId,
			candidate,
			status: 'in-progress',
			matchingScore: null,
			atsParameters,
			notes: [],
			appliedAt: now,
			startedAt: null,
			completedAt: null,
			statusUpdatedAt: now,
		};
		this.candidatesByEmail.set(email, candidate);
		this.applications.push(application);
		this.applicationsById.set(application.id, application);
		this.applicationsByKey.set(applicationKey(vacancyId, email), application);
		return application;
	}

	private emitEvent(event: HarverEvent['event'], { id, status }: Application): void {
		this.events.emit('event', { event, applicationId: id, status });
	}
}

function applicationKey(vacancyId: string, emailAddress: string): string {
	return `${vacancyId} ${emailAddress.toLowerCase()}`;
}
