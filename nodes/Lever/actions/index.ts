import type { Resource } from '../../shared/operation';
import { note } from './note';
import { opportunity } from './opportunity';

/** What the Lever node can do, in the order of its Resource list. */
export const resources: Resource[] = [note, opportunity];

/** The resource that a new node starts with. */
export const firstResource = opportunity;
