import { readFileSync } from 'node:fs';
import path from 'node:path';

import { inTurn, type ShippedFlow } from './inTurn';

const WORKFLOWS = path.resolve(__dirname, '../../workflows');

/** The flows that write to a candidate on an event: those that need a turn in queue mode. */
const FLOWS = ['1-invite-at-the-trigger-stage.json', '2-invite-everyone-who-applies.json'];

/** The queue-mode variants of the shipped flows: where they belong and what must stand there. */
export function queueVariants(): { file: string; content: string }[] {
	return FLOWS.map((name) => {
		const flow = JSON.parse(readFileSync(path.join(WORKFLOWS, name), 'utf8')) as ShippedFlow;
		return {
			file: path.join(WORKFLOWS, 'queue-mode', name),
			content: `${JSON.stringify(inTurn(flow), null, 2)}\n`,
		};
	});
}
