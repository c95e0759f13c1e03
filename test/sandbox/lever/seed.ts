import type { Applicant } from './buildOpportunity';
import type { ApiKey, ArchiveReason, FeedbackTemplate, Posting, Stage, User } from './records';

/** The trigger stage of the shipped workflows. */
export const TRIGGER_STAGE = 'Harver Assessment';
export const DEMO_API_KEY = 'lever-sandbox-demo-key';
/** The candidate that the demo moves to the trigger stage. */
export const DEMO_CANDIDATE = 'Ada Example';

/** The user that the demo acts as. */
export const DEMO_USER = '8d49b010-cc6a-4f40-ace5-e86061c677e0';

/** The invented data that the sandbox starts with. */
export function seed(now: number) {
	const stages: Stage[] = [
		{ id: 'lead-new', text: 'New Lead' },
		{ id: 'applicant-new', text: 'New Applicant' },
		{ id: '51adc5b3-0d0b-4b9b-a1f2-0b6a1b8d0001', text: 'Recruiter Screen' },
		{ id: '51adc5b3-0d0b-4b9b-a1f2-0b6a1b8d0002', text: TRIGGER_STAGE },
		{ id: '51adc5b3-0d0b-4b9b-a1f2-0b6a1b8d0003', text: 'On-Site Interview' },
		{ id: 'offer', text: 'Offer' },
	];
	const users: User[] = [
		user(0, 'Riley Recruiter', 'super admin', now),
		user(1, 'Harper Hiring', 'limited team member', now),
		user(2, 'Sam Sourcer', 'team member', now),
		{ ...user(3, 'Gone Goodbye', 'team member', now), deactivatedAt: now },
	];
	const archiveReasons: ArchiveReason[] = [
		{ id: 'a7c30000-0000-4000-8000-000000000001', text: 'Hired', status: 'active', type: 'hired' },
		{
			id: 'a7c30000-0000-4000-8000-000000000002',
			text: 'Underqualified',
			status: 'active',
			type: 'non-hired',
		},
		{
			id: 'a7c30000-0000-4000-8000-000000000003',
			text: 'Withdrew',
			status: 'active',
			type: 'non-hired',
		},
	];
	const postings: Posting[] = [
		posting(
			1,
			'Customer Support Agent',
			['Harver Vacancy: Customer Support Agent'],
			'Support',
			now,
		),
		posting(
			2,
			'Warehouse Associate',
			['Harver Vacancy: Warehouse Associate', 'Harver: Auto-invite'],
			'Logistics',
			now,
		),
		posting(3, 'Data Engineer', [], 'Platform', now),
		posting(4, 'Store Manager', ['Harver Vacancy: Store Manager'], 'Retail', now),
	];
	const keys: ApiKey[] = [
		{ key: DEMO_API_KEY, name: 'n8n', permissions: 'all', confidential: false },
	];
	const phone = (value: string) => [{ type: 'mobile', value }];
	const candidates: Applicant[] = [
		{
			name: DEMO_CANDIDATE,
			emails: ['ada@example.org'],
			phones: phone('+31 6 1234 5678'),
			posting: postingId(1),
			stage: 'applicant-new',
			origin: 'applied',
		},
		{
			name: 'Bruno van den Berg',
			emails: ['bruno@example.org'],
			posting: postingId(1),
			stage: 'applicant-new',
			origin: 'applied',
		},
		{
			name: '山田 太郎',
			emails: ['taro@example.org'],
			phones: phone('090 0000 0000'),
			posting: postingId(2),
			stage: stages[2]?.id,
			origin: 'referred',
		},
		{
			name: 'Chiara Rossi',
			emails: [],
			phones: phone('+39 06 0000 0000'),
			posting: postingId(1),
			stage: 'applicant-new',
			origin: 'agency',
		},
		{
			name: 'Dmitri Ivanov',
			emails: ['dmitri@example.org'],
			posting: postingId(3),
			stage: stages[2]?.id,
			origin: 'applied',
		},
		{
			name: 'Madonna',
			emails: ['madonna@example.org'],
			posting: postingId(4),
			stage: 'applicant-new',
			origin: 'internal',
		},
		{ name: 'Eve Archer', emails: ['eve@example.org'], stage: 'lead-new', origin: 'sourced' },
		{
			name: 'Finn O’Neill',
			emails: ['finn@example.org'],
			posting: postingId(2),
			stage: stages[4]?.id,
			origin: 'university',
		},
	];
	return {
		stages,
		users,
		archiveReasons,
		postings,
		keys,
		candidates,
		feedbackTemplates: [feedbackTemplate(now)],
	};
}

function user(number: number, name: string, accessRole: string, now: number): User {
	const username = name.split(' ')[0]?.toLowerCase() ?? '';
	return {
		id: DEMO_USER.slice(0, -1) + number.toString(),
		name,
		username,
		email: `${username}@example.org`,
		accessRole,
		createdAt: now,
		deactivatedAt: null,
	};
}

function postingId(number: number): string {
	return `44cc0000-0000-4000-8000-00000000000${number.toString()}`;
}

function posting(number: number, text: string, tags: string[], team: string, now: number): Posting {
	return {
		id: postingId(number),
		text,
		state: 'published',
		tags,
		owner: DEMO_USER,
		distributionChannels: ['public'],
		hiringManager: null,
		categories: { team, department: 'Operations', location: 'Amsterdam', commitment: 'Full-time' },
		createdAt: now,
		updatedAt: now,
	};
}

function feedbackTemplate(now: number): FeedbackTemplate {
	const scores = ['4 - Strong Hire', '3 - Hire', '2 - No Hire', '1 - Strong No Hire'];
	return {
		id: 'f7ee0000-0000-4000-8000-000000000001',
		text: 'Harver assessment',
		instructions: 'Filled in by the workflow for results.',
		group: null,
		fields: [
			{
				id: 'f7ee0000-0000-4000-8000-00000000000a',
				type: 'score-system',
				text: 'Rating',
				description: '',
				required: true,
				prompt: 'Select one',
				options: scores.map((text) => ({ text })),
			},
			{
				id: 'f7ee0000-0000-4000-8000-00000000000b',
				type: 'textarea',
				text: 'Summary',
				description: '',
				required: false,
			},
		],
		createdAt: now,
		updatedAt: now,
	};
}
