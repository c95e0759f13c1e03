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
import { toText, getRequiredParameter } from '../../../shared/node/parameters';
import { readReportLinks } from '../../requests/reports';
import { applicationFields, getApplicationId } from '../../fields/application';
import { getLanguageHeaders, languageOption } from '../../fields/common';
import { fetchPdf, type Fetched } from '../../transport/fetchPdf';

const DOCUMENTS = { report: 'report', factSheet: 'fact sheet' } as const;
/** A link that has died is replaced by a fresh one twice. */
const MOST_LINKS = 3;
const BYTES_A_MEGABYTE = 1024 * 1024;

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a report',
	description: 'Get the report or the fact sheet as a PDF file',
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
				description: 'If empty, the name holds the ID of the application and no personal data',
			},
			languageOption,
			{
				displayName: 'Largest Size (MB)',
				name: 'mostMegabytes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30,
				description: 'A larger file is an error. Lever takes files up to 30 MB.',
			},
		],
	},
];

/**
 * Downloads the PDF of a report through a fresh link (docs/harver-api.md, Reports). The item keeps the incoming data
 * and gets `applicationId`, `document`, `fileName`, `fileSize` (bytes) and the file. Throws NodeOperationError when there is
 * no such document, when it is too large, or when no link led to a PDF; NodeApiError; RequestCancelledError when the
 * execution is stopped.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const document = this.getNodeParameter('document', itemIndex, 'report') as keyof typeof DOCUMENTS;
	const field = getRequiredParameter(this, itemIndex, 'binaryPropertyName', 'output field');
	const options = this.getNodeParameter('options', itemIndex, {});
	const mostMegabytes = Number(options.mostMegabytes ?? 30);
	const headers = getLanguageHeaders(this, itemIndex);

	const fileName = fileNameOf(
		toText(options.fileName) || `Harver ${DOCUMENTS[document]} ${applicationId}`,
	);
	const { kept: file, size: fileSize } = await pdfOf(this, itemIndex, {
		applicationId,
		document,
		headers,
		mostMegabytes,
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

interface Wanted {
	applicationId: string;
	document: keyof typeof DOCUMENTS;
	headers: Record<string, string>;
	mostMegabytes: number;
	fileName: string;
}

async function pdfOf(
	context: IExecuteFunctions,
	itemIndex: number,
	wanted: Wanted,
): Promise<{ kept: IBinaryData; size: number }> {
	const { applicationId, document, headers, mostMegabytes, fileName } = wanted;
	const what = `the ${DOCUMENTS[document]} of the application ${applicationId}`;
	const fail = (message: string, description: string): NodeOperationError =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	const mostBytes = mostMegabytes * BYTES_A_MEGABYTE;
	const keep = async (pdf: ByteStream): Promise<IBinaryData> =>
		await context.helpers.prepareBinaryData(pdf, fileName, 'application/pdf');
	let last: Fetched<IBinaryData> | undefined;
	for (let attempt = 1; attempt <= MOST_LINKS; attempt++) {
		const links = await readReportLinks(context, itemIndex, applicationId, headers);
		const link = links[document];
		if (link === null) {
			throw fail(
				`Harver has no link to ${what}`,
				links.completed
					? 'Check in Harver that the vacancy makes this document.'
					: `The candidate has not finished (status "${links.status ?? 'unknown'}"): the document is made then.`,
			);
		}
		last = await fetchPdf(context, link.url, { mostBytes, attempt, keep });
		if ('kept' in last) return last;
		if (last.problem === 'unsafe')
			throw fail(
				`Harver's link to ${what} is not safe`,
				'It does not start with https://, so it was not followed. Tell the support of Harver.',
			);
		if (last.problem === 'tooLarge')
			throw fail(
				`The PDF of ${what} is larger than ${mostMegabytes.toString()} MB`,
				'Raise "Largest Size (MB)" if whoever gets the file takes more. Lever takes up to 30 MB.',
			);
		if (last.wait === undefined) break;
		if (attempt < MOST_LINKS) await pause(last.wait, getCancelSignal(context));
	}
	const saw = last && 'saw' in last ? ` The last one gave ${last.saw}.` : '';
	throw fail(
		`Harver's links to ${what} led to no PDF`,
		`Fresh links were tried.${saw} Run it again later, and open the report in Harver to see whether it is there.`,
	);
}

/** A name that stays in one folder and says what it is. */
function fileNameOf(name: string): string {
	const safe = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
	return /\.pdf$/iu.test(safe) ? safe : `${safe}.pdf`;
}
