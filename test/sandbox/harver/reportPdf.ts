import PDFDocument from 'pdfkit';

import type { Application } from './records';

/** Builds a report as a one-page PDF, padded to at least `minSize` bytes. */
export async function buildReportPdf(
	{ candidate, matchingScore, completedAt }: Application,
	vacancyName: string,
	kind: string,
	minSize: number,
): Promise<Buffer> {
	const document = new PDFDocument({
		size: 'A4',
		margin: 56,
		info: { Title: `Assessment ${kind}`, Author: 'Harver sandbox' },
	});
	const chunks: Buffer[] = [];
	document.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise<void>((resolve) => {
		document.on('end', resolve);
	});
	const score = matchingScore ?? 0;
	const { width } = document.page;
	document.rect(0, 0, width, 110).fill('#123c69');
	document
		.fillColor('#ffffff')
		.fontSize(12)
		.text('HARVER SANDBOX', 56, 34)
		.fontSize(22)
		.text(kind === 'fact-sheet' ? 'Fact sheet' : 'Assessment report', 56, 54);
	document
		.fillColor('#1d2733')
		.fontSize(18)
		.text(toLatin(`${candidate.firstName} ${candidate.lastName}`), 56, 150);
	document.fontSize(12).fillColor('#5b6875').text(vacancyName).moveDown(2);
	document
		.fillColor('#1d2733')
		.fontSize(14)
		.text(`Matching score: ${score.toString()} %`)
		.moveDown(0.5);
	document
		.rect(56, document.y, 480, 14)
		.fill('#e2e8ee')
		.rect(56, document.y, 4.8 * score, 14)
		.fill('#1f9d6b');
	document
		.fillColor('#5b6875')
		.fontSize(10)
		.text(
			`Completed ${new Date(completedAt ?? 0).toISOString().slice(0, 10)}. Invented data.`,
			56,
			document.y + 30,
		);
	document.end();
	await ended;
	const pdf = Buffer.concat(chunks);
	return pdf.length >= minSize
		? pdf
		: Buffer.concat([pdf, Buffer.alloc(minSize - pdf.length, '% padding of the sandbox\n')]);
}

/** Replaces letters that the PDF's built-in fonts don't have. */
function toLatin(text: string): string {
	return text.replace(/[^\u0020-\u00ff\u2013\u2018\u2019]/gu, '?');
}
