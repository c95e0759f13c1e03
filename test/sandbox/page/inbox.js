import { element, showListOr } from './dom.js';
import { applicationStatus, time } from './format.js';

const emails = document.getElementById('emails');
const applications = document.getElementById('applications');
const count = document.getElementById('email-count');

/** The e-mails that Harver sent, newest first, and the status of each application. */
export function showInbox(state) {
	const all = [...state.emails, ...state.statusEmails].sort(
		(one, other) => other.sentAt - one.sentAt,
	);
	count.textContent = all.length > 0 ? all.length : '';
	showListOr('No e-mails yet', emails, all, (email) => email.id, makeEmail);
	const withVacancy = [...state.applications].reverse().map((application) => ({
		...application,
		vacancy: state.vacancies.find(({ id }) => id === application.vacancyId)?.name ?? '',
	}));
	showListOr(
		'No applications yet',
		applications,
		withVacancy,
		(application) => application.id,
		makeApplication,
	);
}

function makeEmail({ to, subject, text, sentAt, magicLink }) {
	return element(
		'li',
		{ class: 'item' },
		element(
			'div',
			{ class: 'item-head' },
			element('strong', {}, subject),
			element('span', { class: 'muted' }, time(sentAt)),
		),
		element('p', { class: 'muted' }, `To ${to}`),
		text ? element('p', {}, text) : null,
		magicLink
			? element(
					'p',
					{},
					element(
						'a',
						{ class: 'button', href: magicLink, target: '_blank', rel: 'noopener' },
						'Start the assessment',
					),
				)
			: null,
	);
}

function makeApplication({ candidate, vacancy, matchingScore, statusUpdatedAt, ...application }) {
	return element(
		'li',
		{ class: 'item' },
		element(
			'div',
			{ class: 'item-head' },
			element('strong', {}, `${candidate.firstName} ${candidate.lastName}`),
			applicationStatus(application),
		),
		element(
			'p',
			{ class: 'muted' },
			`${vacancy} · ${time(statusUpdatedAt)}${matchingScore === null ? '' : ` · score ${matchingScore} %`}`,
		),
	);
}
