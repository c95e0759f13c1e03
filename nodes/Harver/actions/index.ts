import type { Resource } from '../../shared/operation';
import { application } from './application';

/** What the Harver node can do, in the order of its Resource list. */
export const resources: Resource[] = [application];

/** The resource that a new node starts with. */
export const firstResource = application;
