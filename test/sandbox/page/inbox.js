import { element, showListOr } from './dom.js';
import { applicationStatus, time } from './format.js';

const mails = document.getElementById('mails');
const applications = document.getElementById('applications');
const count = document.getElementById('mail-count');

/** What Harver has mailed, newest first, and how far each application is. */
export function showInbox(state) {
	const all = [...state.mails, ...state.statusMails].sort(
		(one, other) => other.sentAt - one.sentAt,
	);
	count.textContent = all.length > 0 ? all.length : '';
	showListOr('No e-mails yet', mails, all, (mail) => mail.id, makeMail);
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

function makeMail({ to, subject, text, sentAt, magicLink }) {
	return element(
		'li',
		{ class: 'item' },
		element(
			'div',
			{ class: 'item-head' },
			element('strong', {}, subject),
			element('span', { class: 'quiet' }, time(sentAt)),
		),
		element('p', { class: 'quiet' }, `To ${to}`),
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
			{ class: 'quiet' },
			`${vacancy} · ${time(statusUpdatedAt)}${matchingScore === null ? '' : ` · score ${matchingScore} %`}`,
		),
	);
}
