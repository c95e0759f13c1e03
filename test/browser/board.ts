import assert from 'node:assert/strict';

import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import type { Scenario } from './scenarios';

const CANDIDATE = 'Bruno van den Berg';
const INVITED = 'Harver: Invited';

export const boardScenarios: Scenario[] = [
	{
		name: 'a candidate moved on the board gets the invitation tag and one note',
		run: async ({ sandboxPage, sandboxUrl, pictures }) => {
			await sandboxPage.goto(sandboxUrl);
			const cards = sandboxPage.getByRole('listitem').filter({ hasText: CANDIDATE });
			await cards.first().waitFor();
			assert.equal(
				await cards.getByText(INVITED, { exact: true }).count(),
				0,
				`${CANDIDATE} was invited before.`,
			);
			await sandboxPage.getByRole('button', { name: `Move ${CANDIDATE} to another stage` }).click();
			await sandboxPage.getByRole('menuitem', { name: TRIGGER_STAGE }).click();
			const card = sandboxPage
				.getByRole('list', { name: TRIGGER_STAGE })
				.getByRole('listitem')
				.filter({ hasText: CANDIDATE });
			await card.getByText(INVITED, { exact: true }).waitFor();
			await pictures.takeAround(
				'sandbox-board',
				sandboxPage,
				sandboxPage.getByRole('banner').or(sandboxPage.getByRole('listitem')),
			);
			await card.getByRole('button', { name: CANDIDATE, exact: true }).click();
			const notes = sandboxPage.getByRole('list', { name: 'Notes' });
			await notes.getByText('Harver application', { exact: false }).waitFor();
			assert.equal(await notes.getByRole('listitem').count(), 1);
		},
	},
	{
		name: 'a completed assessment shows the score, the report and the link',
		run: async ({ sandboxPage, sandboxUrl, pictures }) => {
			await sandboxPage.goto(sandboxUrl);
			await sandboxPage.getByRole('button', { name: DEMO_CANDIDATE, exact: true }).click();
			const profile = sandboxPage.getByRole('complementary', { name: 'Candidate profile' });
			await profile.getByText('Harver: 87%', { exact: true }).waitFor();
			await profile
				.getByRole('list', { name: 'Files' })
				.getByText('.pdf', { exact: false })
				.waitFor();
			await profile.getByRole('list', { name: 'Links' }).getByRole('link').waitFor();
			await pictures.take('sandbox-profile', profile);
		},
	},
];
