import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

/** One thing a node can do: its entry in the editor, its fields, and what it does with an item. */
export interface Operation {
	/** The entry in the Operation list. */
	option: INodePropertyOptions;
	/** The fields shown when the operation is selected. */
	fields: INodeProperties[];
	/** Processes the input item at `itemIndex` and returns the resulting items. */
	execute(this: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]>;
	/** For an operation with two outputs: the index of the output that an item leaves through. */
	getOutputIndex?(item: INodeExecutionData): number;
}

/** The operations on one kind of record, as the Resource list shows them. */
export interface Resource {
	name: string;
	value: string;
	description?: string;
	/** The operation that is selected by default. */
	defaultOperation: string;
	operations: Operation[];
}
