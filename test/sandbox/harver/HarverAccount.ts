import { EventEmitter } from 'node:events';

import { HarverError, newId, notFound } from './errors';
import { MagicLinks } from './MagicLinks';
import type {
	Application,
	Candidate,
	HarverEvent,
	Mail,
	StatusMail,
	Vacancy,
	VacancyStatus,
} from './records';
import { ReportDesk } from './ReportDesk';

export type { Application, Candidate, HarverEvent, Mail, Vacancy, VacancyStatus } from './records';

export const HARVER_CLIENT = {
	clientId: 'harver-sandbox-client',
	clientSecret: 'harver-sandbox-secret',
};
export const HARVER_ACCOUNT = '5c9b8a7d6e5f4a3b2c1d0e9f';

/** A Harver account in memory. */
export class HarverAccount {
	readonly events = new EventEmitter<{ event: [HarverEvent] }>();
	vacancies: Vacancy[] = [];
	/** Oldest first. */
	applications: Application[] = [];
	mails: Mail[] = [];
	statusMails: StatusMail[] = [];
	magicLinks: MagicLinks;
	reports: ReportDesk;
	private applicationsById = new Map<string, Application>();
	private applicationsByPlace = new Map<string, Application>();
	private candidates = new Map<string, Candidate>();

	constructor(
		readonly now: () => number,
		readonly publicUrl: () => string,
	) {
		this.magicLinks = new MagicLinks(now, publicUrl);
		this.reports = new ReportDesk(now, publicUrl);
		this.reset();
	}

	/** Back to the invented vacancies: two open, one closed, one draft. */
	reset(): void {
		Object.assign(this, {
			vacancies: [],
			applications: [],
			mails: [],
			statusMails: [],
			applicationsById: new Map(),
			applicationsByPlace: new Map(),
			candidates: new Map(),
		});
		this.magicLinks = new MagicLinks(this.now, this.publicUrl);
		this.reports = new ReportDesk(this.now, this.publicUrl);
		this.addVacancy('Customer Support Agent', 'open', '5f0c1d2e3a4b5c6d7e8f9a01');
		this.addVacancy('Warehouse Associate', 'open', '5f0c1d2e3a4b5c6d7e8f9a02');
		this.addVacancy('Store Manager', 'closed', '5f0c1d2e3a4b5c6d7e8f9a03');
		this.addVacancy('Regional Lead', 'draft', '5f0c1d2e3a4b5c6d7e8f9a04');
	}

	addVacancy(
		name: string,
		status: VacancyStatus,
		id = newId(),
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

	vacancy(id: string): Vacancy {
		const found = this.vacancies.find((vacancy) => vacancy.id === id);
		if (!found) throw notFound('Vacancy');
		return found;
	}

	application(id: string): Application {
		const found = this.applicationsById.get(id);
		if (!found) throw notFound('Application');
		return found;
	}

	/** Whether an application is there; it may have been deleted. */
	hasApplication(id: string): boolean {
		return this.applicationsById.has(id);
	}

	/** The application of a person to a vacancy. */
	applicationOf(vacancyId: string, emailAddress: string): Application | undefined {
		return this.applicationsByPlace.get(placeOf(vacancyId, emailAddress));
	}

	/** The people who were invited. */
	get people(): Candidate[] {
		return [...this.candidates.values()];
	}

	/**
	 * Invites somebody (docs/harver-api.md, Inviting): the same e-mail address again is the same
	 * application with a new magic link, and another e-mail, unless the ATS sends the links itself.
	 */
	invite(
		vacancyId: string,
		details: Omit<Candidate, 'id'>,
		atsParameters: Record<string, string>,
	): { application: Application; magicLink: string } {
		const vacancy = this.vacancy(vacancyId);
		if (vacancy.status !== 'open') throw new HarverError(400, 'Vacancy is not open');
		const known = this.applicationOf(vacancyId, details.emailAddress);
		const application = known ?? this.addApplication(vacancyId, details, atsParameters);
		const magicLink = this.magicLinks.make(application.id);
		if (vacancy.loginStrategy !== 'ATS Only' && application.completedAt === null) {
			this.mails.push({
				id: newId(),
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

	/** The candidate begins the journey; nothing happens when that was before. */
	start(id: string): Application {
		const application = this.application(id);
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
			this.tell(event, application);
		return application;
	}

	/** The candidate finishes the journey with a score; begins it first when that has not happened. Once only. */
	complete(id: string, matchingScore: number): Application {
		const application = this.start(id);
		if (application.completedAt !== null) return application;
		Object.assign(application, {
			status: 'new',
			matchingScore,
			completedAt: this.now(),
			statusUpdatedAt: this.now(),
		});
		this.tell('completed', application);
		return application;
	}

	setStatus(id: string, status: string, mail?: Pick<StatusMail, 'subject' | 'text'>): void {
		const application = this.application(id);
		Object.assign(application, { status, statusUpdatedAt: this.now() });
		if (mail)
			this.statusMails.push({
				id: newId(),
				to: application.candidate.emailAddress,
				...mail,
				applicationId: id,
				sentAt: this.now(),
			});
	}

	remove(id: string): void {
		const application = this.application(id);
		this.applications.splice(this.applications.indexOf(application), 1);
		this.applicationsById.delete(id);
		this.applicationsByPlace.delete(
			placeOf(application.vacancyId, application.candidate.emailAddress),
		);
	}

	private addApplication(
		vacancyId: string,
		details: Omit<Candidate, 'id'>,
		atsParameters: Record<string, string>,
	): Application {
		const email = details.emailAddress.toLowerCase();
		const candidate = this.candidates.get(email) ?? { id: newId(), ...details };
		const now = this.now();
		const application: Application = {
			id: newId(),
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
		this.candidates.set(email, candidate);
		this.applications.push(application);
		this.applicationsById.set(application.id, application);
		this.applicationsByPlace.set(placeOf(vacancyId, email), application);
		return application;
	}

	private tell(event: HarverEvent['event'], { id, status }: Application): void {
		this.events.emit('event', { event, applicationId: id, status });
	}
}

function placeOf(vacancyId: string, emailAddress: string): string {
	return `${vacancyId} ${emailAddress.toLowerCase()}`;
}
