import type { Resource } from '../../../shared/node/operation';
import * as download from './download';
import * as getDevelopmentReport from './getDevelopmentReport';
import * as getInterviewGuide from './getInterviewGuide';
import * as getLinks from './getLinks';
import * as getReportsHubLink from './getReportsHubLink';

export const report: Resource = {
	name: 'Report',
	value: 'report',
	description: 'The result of an assessment, as a file or a link',
	defaultOperation: 'download',
	operations: [download, getDevelopmentReport, getInterviewGuide, getLinks, getReportsHubLink],
};
