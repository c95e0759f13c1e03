import type { AxiosResponse } from 'axios';

import type { Client, TestSandbox } from './testSandbox';

export const SUPPORT = '5f0c1d2e3a4b5c6d7e8f9a01';
export const WAREHOUSE = '5f0c1d2e3a4b5c6d7e8f9a02';
export const CLOSED = '5f0c1d2e3a4b5c6d7e8f9a03';
export const GRACE = { emailAddress: 'grace@example.org', firstName: 'Grace', lastName: 'Example' };

interface Invited {
	data: { magicLink: string; applicationId: string; currentStatus: string };
}

/** The body of an invitation. */
export function buildInvitation(
	attributes: Record<string, unknown> = {},
	candidate: Record<string, unknown> = GRACE,
) {
	return {
		data: {
			type: 'applications',
			attributes,
			relationships: { candidate: { data: { type: 'candidates', attributes: candidate } } },
		},
	};
}

/** Invites through the API. */
export async function invite(
	harver: Client,
	vacancy = SUPPORT,
	body: unknown = buildInvitation(),
): Promise<AxiosResponse<Invited>> {
	return await harver.post<Invited>(`/vacancies/${vacancy}/applications`, body);
}

/** Invites Grace, who completes the assessment. Gives the id of the application. */
export async function inviteAndComplete(sandbox: TestSandbox, harver: Client): Promise<string> {
	const { applicationId } = (await invite(harver)).data.data;
	sandbox.harver.complete(applicationId, 82);
	return applicationId;
}
