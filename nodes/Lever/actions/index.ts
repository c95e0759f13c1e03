import type { Resource } from '../../shared/node/operation';
import { archiveReason } from './archiveReason';
import { contact } from './contact';
import { feedback } from './feedback';
import { feedbackTemplate } from './feedbackTemplate';
import { file } from './file';
import { note } from './note';
import { opportunity } from './opportunity';
import { posting } from './posting';
import { resume } from './resume';
import { source } from './source';
import { stage } from './stage';
import { tag } from './tag';
import { user } from './user';
import { webhook } from './webhook';

/** What the Lever node can do, in the order of its Resource list. */
export const resources: Resource[] = [
	archiveReason,
	contact,
	feedback,
	feedbackTemplate,
	file,
	note,
	opportunity,
	posting,
	resume,
	source,
	stage,
	tag,
	user,
	webhook,
];

/** The resource that a new node starts with. */
export const defaultResource = opportunity;
