import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { byId, expectEverythingAsked, leverApi, runLever } from './runLever';

afterEach(expectEverythingAsked);

const PDF = Buffer.from('%PDF');
const report: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: PDF.toString('base64'),
			mimeType: 'application/pdf',
			fileName: 'report.pdf',
			fileExtension: 'pdf',
		},
	},
};

interface Creation {
	resource: string;
	parameters: INodeParameters;
	/** The path of the request, and of the list in which the record is looked for. */
	path: RegExp;
	/** Whether the list is also read before the request. */
	readsFirst: boolean;
	record: () => object;
}

const CREATIONS: Creation[] = [
	{
		resource: 'note',
		parameters: { operation: 'create', opportunityId: byId('o1'), text: 'Invited to Harver' },
		path: /^\/v1\/opportunities\/o1\/notes/u,
		readsFirst: false,
		record: () => ({
			id: 'created',
			fields: [{ value: 'Invited to Harver', createdAt: Date.now() }],
		}),
	},
	{
		resource: 'file',
		parameters: { operation: 'upload', opportunityId: byId('o1'), performAs: byId('u1') },
		path: /^\/v1\/opportunities\/o1\/files/u,
		readsFirst: true,
		record: () => ({ id: 'created', name: 'report.pdf', size: PDF.length }),
	},
	{
		resource: 'feedback',
		parameters: {
			operation: 'create',
			opportunityId: byId('o1'),
			performAs: byId('u1'),
			feedbackTemplateId: byId('t1'),
		},
		path: /^\/v1\/opportunities\/o1\/feedback/u,
		readsFirst: true,
		record: () => ({ id: 'created', baseTemplateId: 't1', user: 'u1' }),
	},
	{
		resource: 'opportunity',
		parameters: { operation: 'create', emails: 'ada@example.org', performAs: byId('u1') },
		path: /^\/v1\/opportunities\?/u,
		readsFirst: false,
		record: () => ({
			id: 'created',
			emails: ['ada@example.org'],
			applications: [],
			createdAt: Date.now(),
		}),
	},
];

/** Answers to a creation that do not say what was created. */
const ANSWERS: [string, nock.Body][] = [
	['an empty body', ''],
	['an empty object', {}],
	['null', 'null'],
	['no data', { data: null }],
	['a record without an ID', { data: { text: 'Note' } }],
	['a record with an empty ID', { data: { id: '' } }],
	['plain text', 'OK'],
	['an error', { code: 'InternalServerError', message: 'oops' }],
];

describe.each(CREATIONS)(
	'$resource: a creation',
	({ resource, parameters, path, readsFirst, record }) => {
		const list = (...records: object[]) =>
			leverApi()
				.get(path)
				.reply(200, () => ({ data: records, hasNext: false }));
		const create = async () => await runLever({ resource, ...parameters }, { items: [report] });

		it.each(ANSWERS)('answered with %s is looked for', async (_what, answer) => {
			if (readsFirst) list();
			leverApi().post(path).reply(201, answer);
			list(record());
			expect((await create()).json).toMatchObject([{ id: 'created' }]);
		});

		it.each(ANSWERS)(
			'answered with %s is sent again when it is not there',
			async (_what, answer) => {
				if (readsFirst) list();
				leverApi().post(path).reply(201, answer);
				list();
				leverApi()
					.post(path)
					.reply(201, () => ({ data: record() }));
				expect((await create()).json).toMatchObject([{ id: 'created' }]);
			},
		);
	},
);

it('an empty answer to the search for a note does not lead to a second note', async () => {
	const notes = leverApi();
	notes.get('/v1/opportunities/o1/notes?limit=100').reply(200, '');
	notes.get('/v1/opportunities/o1/notes?limit=100').reply(200, {
		data: [{ id: 'existing', fields: [{ value: 'Invited to Harver' }] }],
	});
	const options = { skipIfNoteContains: 'Invited' };
	expect(
		(
			await runLever({
				resource: 'note',
				operation: 'create',
				opportunityId: byId('o1'),
				text: 'Invited to Harver',
				options,
			})
		).json,
	).toMatchObject([{ id: 'existing', created: false }]);
});
