import type { IDataObject, IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** Builds the description of a node of another package. */
export function describing(
	name: string,
	parts: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
		...parts,
	};
}

/** Creates a node of another package that runs the test's function. */
export function nodeThat(
	execute: (context: IExecuteFunctions) => Promise<IDataObject>,
	parts: Partial<INodeTypeDescription> = {},
): INodeType {
	return {
		description: describing('other', parts),
		async execute() {
			return [this.helpers.returnJsonArray(await execute(this))];
		},
	};
}
