import type { INodeExecutionData } from 'n8n-workflow';

import { DEMO_CANDIDATE, DEMO_USER, type Sandbox } from '../../test/sandbox';
import { byId, requireText, type Run } from './run';

const FILE: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('%PDF-1.4 invented').toString('base64'),
			mimeType: 'application/pdf',
			fileName: 'invented.pdf',
			fileExtension: 'pdf',
		},
	},
};

/** Every operation of the Lever node once, in an order in which each finds what it needs. */
export async function runLeverOperations(run: Run, { lever, webhooks }: Sandbox): Promise<void> {
	webhooks.register('candidateStageChange', 'https://n8n.example.org/webhook/invented', null);
	await run('webhook', 'getMany', { returnAll: true });
	const [reason] = await run('archiveReason', 'getMany', { returnAll: true });
	await run('archiveReason', 'get', { archiveReasonId: byId(reason?.id) });
	const [stage] = await run('stage', 'getMany', { returnAll: true });
	await run('stage', 'get', { stageId: byId(stage?.id) });
	const [user] = await run('user', 'getMany', {
		returnAll: true,
		filters: { includeDeactivated: true },
	});
	await run('user', 'get', { userId: byId(user?.id) });
	const [posting] = await run('posting', 'getMany', { returnAll: true });
	await run('posting', 'get', { postingId: byId(posting?.id) });

	const opportunityId = byId(
		lever.opportunities.find((one) => lever.getContactFor(one).name === DEMO_CANDIDATE)?.id,
	);
	const onProfile = { opportunityId };
	await runProfileOperations(run, onProfile);
	await run('opportunity', 'addTags', { ...onProfile, tags: 'Invented, Old' });
	await run('opportunity', 'removeTags', { ...onProfile, tags: 'Old' });
	await run('opportunity', 'addLinks', {
		...onProfile,
		links: 'https://example.org/a, https://example.org/b',
	});
	await run('opportunity', 'removeLinks', { ...onProfile, links: 'https://example.org/b' });
	await run('opportunity', 'addSources', { ...onProfile, sources: 'Fair, Old' });
	await run('opportunity', 'removeSources', { ...onProfile, sources: 'Old' });
	await run('opportunity', 'moveToStage', { ...onProfile, stageId: byId(stage?.id) });
	await run('opportunity', 'archive', { ...onProfile, archiveReasonId: byId(reason?.id) });
	const [archived] = await run('opportunity', 'get', onProfile);
	await run('opportunity', 'getMany', { returnAll: true });
	await run('opportunity', 'unarchive', onProfile);
	await run('contact', 'get', { contactId: requireText(archived?.contact) });
	await run('tag', 'getMany', { returnAll: true });
	await run('source', 'getMany', { returnAll: true });

	const [created] = await run(
		'opportunity',
		'create',
		{
			name: 'Invented Person',
			emails: 'invented@example.org',
			postingId: byId(posting?.id),
			performAs: byId(DEMO_USER),
			resume: 'data',
		},
		[FILE],
	);
	const ofCreated = { opportunityId: byId(created?.id) };
	const [resume] = await run('resume', 'getMany', { ...ofCreated, returnAll: true });
	await run('resume', 'get', { ...ofCreated, resumeId: byId(resume?.id) });
	await run('resume', 'download', { ...ofCreated, resumeId: byId(resume?.id) });
	lever.remove(requireText(created?.id));
	await run('opportunity', 'getManyDeleted', { returnAll: true });
}

async function runProfileOperations(
	run: Run,
	onProfile: { opportunityId: ReturnType<typeof byId> },
): Promise<void> {
	await run('note', 'create', { ...onProfile, text: 'Invented' });
	const [note] = await run('note', 'getMany', { ...onProfile, returnAll: true });
	await run('note', 'get', { ...onProfile, noteId: byId(note?.id) });
	await run('note', 'delete', { ...onProfile, noteId: byId(note?.id) });

	await run('file', 'upload', { ...onProfile, performAs: byId(DEMO_USER) }, [FILE]);
	const [file] = await run('file', 'getMany', { ...onProfile, returnAll: true });
	const ofFile = { ...onProfile, fileId: byId(file?.id) };
	await run('file', 'get', ofFile);
	await run('file', 'download', ofFile);
	await run('file', 'delete', { ...ofFile, performAs: byId(DEMO_USER) });

	const [template] = await run('feedbackTemplate', 'getMany', { returnAll: true });
	const answers = {
		rows: (template?.fields as { id: string; options?: { text: string }[] }[]).map(
			({ id, options }) => ({ id: byId(id), value: options?.[0]?.text ?? 'Invented' }),
		),
	};
	await run('feedback', 'create', {
		...onProfile,
		feedbackTemplateId: byId(template?.id),
		answers,
		performAs: byId(DEMO_USER),
	});
	const [feedback] = await run('feedback', 'getMany', { ...onProfile, returnAll: true });
	await run('feedback', 'get', { ...onProfile, feedbackId: byId(feedback?.id) });
}
