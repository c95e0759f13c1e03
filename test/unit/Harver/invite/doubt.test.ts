import { mayBeInvitedByAnother } from '../../../../nodes/Harver/invite/doubt';

const STARTED = 1_760_000_000_000;
const arrived = (...moves: [stage: string, at: number][]) => moves.map(([toStageId, updatedAt]) => ({ toStageId, updatedAt }));
const later = STARTED + 120_000;

describe('whether another process may have invited somebody', () => {
	it.each([
		['came to the stage after this process was there', { stage: 's', stageChanges: arrived(['new', STARTED - 1], ['s', later]) }, false],
		['came to the stage, given as an object, after it', { stage: { id: 's' }, stageChanges: arrived(['s', later]) }, false],
		['came to the stage before it', { stage: 's', stageChanges: arrived(['s', STARTED - 1]) }, true],
		['came to the stage so soon after it that the clocks may be wrong', { stage: 's', stageChanges: arrived(['s', STARTED + 59_000]) }, true],
		['came back to the stage', { stage: 's', stageChanges: arrived(['s', STARTED - 5], ['other', later - 1], ['s', later]) }, true],
		['does not say how it came to its stage', { stage: 's', stageChanges: arrived(['other', later]) }, true],
		['says no time', { stage: 's', stageChanges: [{ toStageId: 's' }, null] }, true],
		['has neither stage nor changes', {}, true],
	])('an opportunity that %s', (_what, opportunity, expected) => {
		expect(mayBeInvitedByAnother(opportunity, 'webhook', STARTED)).toBe(expected);
	});

	it.each([
		['webhook', false],
		['trigger', false],
		['retry', true],
		['manual', true],
		['integrated', true],
	] as const)('an execution of the kind "%s"', (mode, expected) => {
		expect(mayBeInvitedByAnother({ stage: 's', stageChanges: arrived(['s', later]) }, mode, STARTED)).toBe(expected);
	});
});
