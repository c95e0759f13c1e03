import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

/** One thing the node can do: how it is offered in the editor, its fields, and what it does with one item. */
export interface Operation {
	/** The entry in the Operation list. */
	option: INodePropertyOptions;
	/** The fields shown when the operation is chosen. */
	fields: INodeProperties[];
	/** Works on the input item at `itemIndex` and gives the items that come out. */
	execute(this: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]>;
	/** For an operation with several outputs: the index of the output that an item leaves through. */
	outputOf?(item: INodeExecutionData): number;
}

/** A group of operations on one kind of thing, as the Resource list shows it. */
export interface Resource {
	name: string;
	value: string;
	description?: string;
	/** The operation that is chosen at first. */
	defaultOperation: string;
	operations: Operation[];
}
