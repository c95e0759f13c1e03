import type { Resource } from '../../shared/node/operation';
import { account } from './account';
import { application } from './application';
import { note } from './note';
import { report } from './report';
import { status } from './status';
import { vacancy } from './vacancy';

/** The resources of the Harver node, in the order of its Resource list. */
export const resources: Resource[] = [account, application, note, report, status, vacancy];

/** The resource that is preselected in a new node. */
export const defaultResource = application;
