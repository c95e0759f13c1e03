import { withoutDescription } from '../../../scripts/build/withoutDescriptions';

const OPERATION = `
import type { INodeProperties } from 'n8n-workflow';
import { noteField, wordsOf } from '../../fields/note';
export const option = { name: 'Get', value: 'get', action: 'Get a note', description: 'Read one comment' };
const MOST = Math.max(1, 2);
export const fields: INodeProperties[] = [noteField, { displayName: 'Words', name: 'words', type: 'string', default: '' }];
export async function execute(): Promise<number> {
	const fields = wordsOf(MOST);
	return fields;
}
`;

const NODE = `
export class Lever implements INodeType {
	description: INodeTypeDescription = { displayName: 'Lever', properties: [] };
	methods = { listSearch };
	async execute(this: IExecuteFunctions): Promise<number> { return run(this); }
}
`;

const CREDENTIAL = `
export class LeverApi implements ICredentialType {
	name = 'leverApi';
	properties: INodeProperties[] = [{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' }];
	test = { request: { url: '/users' } };
}
`;

it('keeps what an operation does and its value, and nothing of how it is offered', () => {
	const left = withoutDescription(OPERATION, 'nodes/Lever/actions/note/get.ts');
	expect(left).toContain("export const option = /* @__PURE__ */ (() => ({ value: 'get' }))();");
	expect(left).not.toMatch(/Get a note|Read one comment|Words|noteField,? \{|export const fields/u);
	expect(left).toContain('const fields = wordsOf(MOST);');
});

it('lets a constant go that nothing uses any more, however it is worked out', () => {
	expect(withoutDescription(OPERATION, 'nodes/Lever/actions/note/get.ts')).toContain(
		'const MOST = /* @__PURE__ */ (() => (Math.max(1, 2)))();',
	);
});

it('keeps the fields of a file that is no operation', () => {
	expect(withoutDescription(OPERATION, 'nodes/LeverTrigger/fields.ts')).toContain(
		"displayName: 'Words'",
	);
});

it('reads the description of a node from the data and keeps the rest', () => {
	const left = withoutDescription(NODE, 'nodes/Lever/Lever.node.ts');
	expect(left).toMatch(/^import \{ describedAs \} from 'described';/u);
	expect(left).toContain('description = describedAs("Lever");');
	expect(left).toContain('methods = { listSearch };');
	expect(left).toContain('return run(this);');
});

it('reads the properties of a credential from the data and keeps its name and test', () => {
	const left = withoutDescription(CREDENTIAL, 'credentials/LeverApi.credentials.ts');
	expect(left).toContain('properties = describedAs("LeverApi");');
	expect(left).toContain("name = 'leverApi';");
	expect(left).toContain("test = { request: { url: '/users' } };");
	expect(left).not.toContain('API Key');
});

it('keeps of a resource its value and operations', () => {
	const left = withoutDescription(
		"export const note: Resource = { name: 'Note', value: 'note', description: 'A comment', defaultOperation: 'get', operations: [get] };",
		'nodes/Lever/actions/note/index.ts',
	);
	expect(left).toContain("({ value: 'note', operations: [get] })");
});

it('refuses an operation whose value would be lost', () => {
	expect(() =>
		withoutDescription(
			"const shared = { value: 'get' };\nexport const option = { ...shared, name: 'Get' };",
			'nodes/Lever/actions/note/get.ts',
		),
	).toThrow('option must say value itself');
});

it('leaves other classes of a file as they are', () => {
	expect(
		withoutDescription("class Helper { description = 'mine'; }", 'nodes/Lever/Lever.node.ts'),
	).toContain("description = 'mine';");
});
