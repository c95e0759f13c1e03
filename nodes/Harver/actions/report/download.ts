import type {
	IBinaryData,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ByteStream } from '../../../shared/http/byteStream';
import { getCancelSignal, pause } from '../../../shared/http/cancellation';
import { getRequiredParameter, toSingleLine } from '../../../shared/node/parameters';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getLanguageHeaders, languageOption } from '../../fields/common';
import { readReportLinks } from '../../requests/reports';
import { fetchPdf, type PdfResult } from '../../transport/fetchPdf';

const DOCUMENTS = { report: 'report', factSheet: 'fact sheet' } as const;
/** An expired link is replaced by a fresh one twice. */
const MAX_LINKS = 3;
const BYTES_PER_MEGABYTE = 1024 * 1024;
/** Lever takes no larger file (docs/lever-api.md, Files). */
const DEFAULT_MAX_MEGABYTES = 30;

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a report',
	description: 'Download the report or the fact sheet as a PDF',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'Document',
		name: 'document',
		type: 'options',
		options: [
			{ name: 'Report', value: 'report' },
			{ name: 'Fact Sheet', value: 'factSheet' },
		],
		default: 'report',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver report.pdf',
				description:
					'The name of the file. Defaults to the document and the application ID, without personal data.',
			},
			languageOption,
			{
				displayName: 'Maximum Size (MB)',
				name: 'maxMegabytes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: DEFAULT_MAX_MEGABYTES,
				description: 'The node fails if the file is larger. Lever accepts files up to 30 MB.',
			},
		],
	},
];

/**
 * Downloads the PDF of a report through a fresh link (docs/harver-api.md, Reports). The item keeps the incoming data and gets
 * `applicationId`, `document`, `fileName`, `fileSize` (bytes) and the file. Throws NodeOperationError when the document does not
 * exist, is too large, or no link returned a PDF; NodeApiError; RequestCancelledError when the execution is stopped.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const document = this.getNodeParameter('document', itemIndex, 'report') as keyof typeof DOCUMENTS;
	const field = getRequiredParameter(this, itemIndex, 'binaryPropertyName', 'output field');
	const options = this.getNodeParameter('options', itemIndex, {});

	const fileName = buildFileName(
		options.fileName,
		`Harver ${DOCUMENTS[document]} ${applicationId}`,
	);
	const { stored: file, size: fileSize } = await downloadPdf(this, itemIndex, {
		applicationId,
		document,
		headers: getLanguageHeaders(this, itemIndex),
		maxMegabytes: Number(options.maxMegabytes) || DEFAULT_MAX_MEGABYTES,
		fileName,
	});
	const { json = {}, binary } = this.getInputData()[itemIndex] ?? {};
	return [
		{
			json: { ...json, applicationId, document, fileName, fileSize },
			binary: { ...binary, [field]: file },
		},
	];
}

async function downloadPdf(
	context: IExecuteFunctions,
	itemIndex: number,
	{
		applicationId,
		document,
		headers,
		maxMegabytes,
		fileName,
	}: {
		applicationId: string;
		document: keyof typeof DOCUMENTS;
		headers: Record<string, string>;
		maxMegabytes: number;
		fileName: string;
	},
): Promise<{ stored: IBinaryData; size: number }> {
	const what = `the ${DOCUMENTS[document]} of the application ${applicationId}`;
	const fail = (message: string, description: string): NodeOperationError =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	const maxBytes = maxMegabytes * BYTES_PER_MEGABYTE;
	const store = async (pdf: ByteStream): Promise<IBinaryData> =>
		await context.helpers.prepareBinaryData(pdf, fileName, 'application/pdf');
	let last: PdfResult<IBinaryData> | undefined;
	for (let attempt = 1; attempt <= MAX_LINKS; attempt++) {
		const links = await readReportLinks(context, itemIndex, applicationId, headers);
		const link = links[document];
		if (link === null) {
			throw fail(
				`Harver has no link to ${what}`,
				links.completed
					? 'Check in Harver that the vacancy creates this document.'
					: `The candidate has not finished (status "${links.status ?? 'unknown'}"). Harver creates the document once they finish.`,
			);
		}
		last = await fetchPdf(context, link.url, { maxBytes, attempt, store });
		if ('stored' in last) return last;
		if (last.problem === 'unsafe')
			throw fail(
				`Harver's link to ${what} is not safe`,
				'It does not start with https://, so it was not opened. Contact Harver support.',
			);
		if (last.problem === 'tooLarge')
			throw fail(
				`The PDF of ${what} is larger than ${maxMegabytes.toString()} MB`,
				'Raise "Maximum Size (MB)" if the file does not go to Lever, which accepts up to 30 MB.',
			);
		if (last.delay === undefined) break;
		if (attempt < MAX_LINKS) await pause(last.delay, getCancelSignal(context));
	}
	const received = last && 'received' in last ? ` The last one returned ${last.received}.` : '';
	throw fail(
		`Harver's links to ${what} returned no PDF`,
		`The node tried fresh links.${received} Try again later, and check in Harver that the report opens.`,
	);
}

/** Builds the name of a PDF from what the user entered: no path, no control characters; the default when nothing is left. */
function buildFileName(entered: unknown, defaultName: string): string {
	const name = toSingleLine(toSingleLine(entered).replace(/[\\/:*?"<>|]+/gu, ' '));
	const base = name
		.replace(/\.pdf$/iu, '')
		.replace(/^[.\s]+/u, '')
		.trim();
	return `${base === '' ? defaultName : base}.pdf`;
}
