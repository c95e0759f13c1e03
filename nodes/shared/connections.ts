import { NodeConnectionTypes, type NodeConnectionType } from 'n8n-workflow';

/** One ordinary input or output. Named, because two of n8n's lint rules ask the opposite of a literal. */
export const mainConnection: NodeConnectionType[] = [NodeConnectionTypes.Main];
