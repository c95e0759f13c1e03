import { mayBeSentAgain } from '../../../../nodes/Harver/invite/again';
import { Memory, type Remembered } from '../../../../nodes/Harver/invite/Memory';

const ADA = { emailAddress: 'ada@example.org', firstName: 'Ada', lastName: 'Example' };
const MINUTE = 60_000;

function memoryOf(...sent: [one: Partial<Remembered>, minutesAgo: number][]): Memory {
	const memory = new Memory();
	for (const [one, minutesAgo] of sent)
		memory.remember(
			{ emailAddress: ADA.emailAddress, opportunityId: 'o-1', ...one },
			Date.now() - minutesAgo * MINUTE,
		);
	return memory;
}

const made = { applicationId: 'a-1', sentBy: 'e-1' };
const lost = { sentBy: 'e-1' };

describe('whether somebody who has an application is sent an invitation', () => {
	it.each<
		[
			string,
			Parameters<typeof memoryOf>,
			{ reInvite?: boolean; withMagicLink?: boolean },
			string,
			boolean,
		]
	>([
		['not without being told to', [], {}, 'e-2', false],
		['with Re-Invite', [], { reInvite: true }, 'e-2', true],
		['with Re-Invite, not when it was just sent', [[made, 1]], { reInvite: true }, 'e-2', false],
		[
			'with Re-Invite, not when it may just have been sent',
			[[lost, 1]],
			{ reInvite: true },
			'e-2',
			false,
		],
		['with Re-Invite, when it was sent a while ago', [[made, 11]], { reInvite: true }, 'e-2', true],
		[
			'with Re-Invite, when it was just found',
			[[{ applicationId: 'a-1' }, 1]],
			{ reInvite: true },
			'e-2',
			true,
		],
		[
			'with Re-Invite, when it was just sent to another address',
			[[{ ...made, emailAddress: 'mistyped@example.org' }, 1]],
			{ reInvite: true },
			'e-2',
			true,
		],
		[
			'with the magic link, when the link was lost',
			[[lost, 1]],
			{ withMagicLink: true },
			'e-2',
			true,
		],
		[
			'with the magic link, in the same execution',
			[[made, 1]],
			{ withMagicLink: true },
			'e-1',
			true,
		],
		[
			'with the magic link, not in another execution',
			[[made, 1]],
			{ withMagicLink: true },
			'e-2',
			false,
		],
		[
			'with the magic link, not in another execution with Re-Invite',
			[[made, 1]],
			{ withMagicLink: true, reInvite: true },
			'e-2',
			false,
		],
		['with the magic link, not a while later', [[made, 11]], { withMagicLink: true }, 'e-1', false],
	])('%s', (_what, sent, { reInvite = false, withMagicLink = false }, executionId, expected) => {
		expect(
			mayBeSentAgain({ candidate: ADA, reInvite, withMagicLink }, memoryOf(...sent), executionId),
		).toBe(expected);
	});
});
