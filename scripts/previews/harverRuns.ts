import { HARVER_ACCOUNT, type Sandbox } from '../../test/sandbox';
import { byId, requireText, type Run } from './run';

const SCORE = 80;
const CANDIDATE = {
	id: 'opportunity-1',
	name: 'Invented Person',
	emails: ['invented@example.org'],
	tags: ['Harver Vacancy: Customer Support Agent'],
	archived: null,
	isAnonymized: false,
};

/** Every operation of the Harver node once, in an order in which each finds what it needs. */
export async function runHarverOperations(run: Run, { harver }: Sandbox): Promise<void> {
	await run('account', 'getMany', { returnAll: true });
	await run('status', 'getMany', { returnAll: true });
	await run('vacancy', 'getMany', { returnAll: true, statuses: [] });

	await run('vacancy', 'findByTags', {
		tags: ['Harver Vacancy: Customer Support Agent', 'Harver Vacancy: Nowhere'],
	});

	const nowhere = { ...CANDIDATE, id: 'opportunity-2', tags: [] };
	const [invited] = await run('application', 'invite', {}, [
		{ json: CANDIDATE },
		{ json: nowhere },
	]);
	const applicationId = requireText(invited?.applicationId);
	const { id: vacancyId } = invited?.vacancy as { id: string };
	harver.start(applicationId);
	harver.complete(applicationId, SCORE);
	const onApplication = { applicationId: byId(applicationId) };
	await run('vacancy', 'get', { vacancyId: byId(vacancyId) });
	await run('vacancy', 'getCandidates', {
		vacancyId: byId(vacancyId),
		status: '',
		returnAll: true,
	});
	await run('application', 'get', {
		...onApplication,
		includes: ['ats', 'matching-results', 'report', 'vacancy'],
	});
	await run('application', 'getMany', {
		findBy: 'atsParameters',
		atsParameters: { rows: [{ name: 'candidate_id', value: CANDIDATE.id }] },
		accountId: byId(HARVER_ACCOUNT),
	});
	await run('application', 'setAtsParameters', {
		...onApplication,
		atsParameters: { rows: [{ name: 'custom_id_1', value: 'invented' }] },
	});
	await run('application', 'getReapplyStatus', onApplication);
	await run('application', 'updateStatus', { ...onApplication, status: 'shortlisted' });

	await run('note', 'create', { ...onApplication, text: 'Invented' });
	const [note] = await run('note', 'getMany', { ...onApplication, returnAll: true });
	await run('note', 'delete', { ...onApplication, noteId: byId(note?.id) });

	await run('report', 'download', onApplication);
	await run('report', 'getLinks', onApplication);
	await run('report', 'getDevelopmentReport', onApplication);
	await run('report', 'getInterviewGuide', onApplication);
	await run('report', 'getReportsHubLink', onApplication);

	await run('application', 'delete', onApplication);
	await run('vacancy', 'updateStatus', { vacancyId: byId(vacancyId), status: 'closed' });
}
