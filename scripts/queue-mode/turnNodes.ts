import { createHash } from 'node:crypto';

import type { INode } from 'n8n-workflow';

/** Longer than any invitation takes, waits for the services' limits included; a turn that nobody handed on ends by itself. */
const TURN_SECONDS = 300;
/** Under 65 seconds n8n's Wait node keeps the execution in the worker. */
const POLL_SECONDS = 2;

const REDIS_CREDENTIAL = { redis: { id: 'leverHarverRedis1', name: 'Redis account' } };

export const ASK = 'Ask for the Turn';
export const OURS = 'Is It Our Turn?';
export const WAIT = 'Wait a Moment';
export const LOOK = 'Look at the Turn';
export const FREE = 'Is It Free Now?';
export const GO_ON = 'Go On With the Event';
export const ALL_WRITTEN = 'When All Is Written';
export const HAND_ON = 'Hand On the Turn';

/** Distance between two nodes in the shipped flows. */
export const COLUMN = 280;
/** How far the flow moves to the right to make room for the turn. */
export const TURN_WIDTH = 5 * COLUMN;

/**
 * The nodes by which a candidate's events go one after another over all workers. `flow` is the id of the workflow,
 * `settings` the node that holds the event, `ends` the number of places where the flow can end; the turn is asked for at
 * `from` and handed on at `to`.
 */
export function turnNodes(
	flow: string,
	settings: string,
	ends: number,
	from: [number, number],
	to: [number, number],
): INode[] {
	const key = `={{ 'lever-harver:turn:' + $('${settings}').first().json.data.opportunityId }}`;
	const at = (column: number, row: number): [number, number] => [
		from[0] + column * COLUMN,
		from[1] + row,
	];
	const nodes: Omit<INode, 'id'>[] = [
		{
			parameters: {
				content: `### One after another, over all workers\nRedis counts who asks for the turn of a candidate: the first goes on, the others wait and look again. With two events at the same instant the second finds what the first has done.\n\nA worker that dies keeps no turn: it ends by itself after ${(TURN_SECONDS / 60).toString()} minutes.\n\nNeeds the credential *Redis account*: the Redis of your queue mode will do.`,
				height: 260,
				width: 560,
				color: 5,
			},
			name: 'Note: One After Another',
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position: [from[0] - 40, from[1] - 400],
		},
		redis(ASK, { operation: 'incr', key, expire: true, ttl: TURN_SECONDS }, at(0, 0)),
		condition(OURS, '={{ Object.values($json)[0] === 1 }}', flow, at(1, 0)),
		{
			parameters: { resume: 'timeInterval', amount: POLL_SECONDS, unit: 'seconds' },
			name: WAIT,
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: at(2, 220),
			webhookId: uuid(flow, 'wait'),
		},
		redis(
			LOOK,
			{ operation: 'get', propertyName: 'turn', key, keyType: 'string', options: {} },
			at(3, 220),
		),
		condition(FREE, '={{ $json.turn === null }}', flow, at(4, 220)),
		{
			parameters: { mode: 'raw', jsonOutput: `={{ $('${settings}').first().json }}`, options: {} },
			name: GO_ON,
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: at(4, 0),
		},
		{
			parameters: { numberInputs: ends },
			name: ALL_WRITTEN,
			type: 'n8n-nodes-base.merge',
			typeVersion: 3.2,
			position: to,
		},
		{ ...redis(HAND_ON, { operation: 'delete', key }, [to[0] + COLUMN, to[1]]), executeOnce: true },
	];
	return nodes.map(({ parameters, ...node }) => ({
		parameters,
		id: uuid(flow, node.name),
		...node,
	}));
}

/** An id that stays the same from one generation to the next. */
export function uuid(flow: string, name: string): string {
	const hex = createHash('sha256').update(`${flow}/${name}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function redis(
	name: string,
	parameters: INode['parameters'],
	position: [number, number],
): Omit<INode, 'id'> {
	return {
		parameters,
		name,
		type: 'n8n-nodes-base.redis',
		typeVersion: 1,
		position,
		credentials: REDIS_CREDENTIAL,
	};
}

function condition(
	name: string,
	expression: string,
	flow: string,
	position: [number, number],
): Omit<INode, 'id'> {
	const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
	return {
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						id: uuid(flow, `${name}/condition`),
						leftValue: expression,
						rightValue: '',
						operator: isTrue,
					},
				],
				combinator: 'and',
			},
			options: {},
		},
		name,
		type: 'n8n-nodes-base.if',
		typeVersion: 2.2,
		position,
	};
}
