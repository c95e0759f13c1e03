import { mayBeInvited } from '../../../../nodes/Harver/invite/doubt';

const STARTED = 1_760_000_000_000;
const LATER = STARTED + 600_000;

describe('whether somebody may have been invited before', () => {
	it.each([
		['is younger than this process', { created: LATER }, false],
		['is older than this process', { created: STARTED - 1 }, true],
		[
			'came so soon after the start that the clocks may be wrong',
			{ created: STARTED + 299_000 },
			true,
		],
		['does not say when it came', { created: undefined }, true],
		[
			'is younger than what was forgotten',
			{ created: LATER, forgottenUntil: LATER - 400_000 },
			false,
		],
		['is older than what was forgotten', { created: LATER, forgottenUntil: LATER + 1 }, true],
	])(
		'an opportunity that %s',
		(
			_what,
			{
				created,
				forgottenUntil = -Infinity,
			}: { created: number | undefined; forgottenUntil?: number },
			expected,
		) => {
			expect(
				mayBeInvited({ opportunityCreatedAt: created, mode: 'webhook' }, forgottenUntil, STARTED),
			).toBe(expected);
		},
	);

	it.each(['retry', 'manual', 'trigger', 'integrated', 'evaluation'] as const)(
		'a new opportunity in an execution of the kind "%s"',
		(mode) => {
			expect(mayBeInvited({ opportunityCreatedAt: LATER, mode }, -Infinity, STARTED)).toBe(true);
		},
	);
});
