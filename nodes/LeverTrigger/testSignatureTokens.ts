import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { toText } from '../shared/node/parameters';
import { tokensIn } from './signatureTokens';

/** Looks at the signature tokens: Lever cannot be asked whether they are right, only "Verify Connection" in Lever tells. */
export async function testSignatureTokens(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const tokens = tokensIn(toText(credential.data?.signatureTokens));
	const [bad] = tokens.filter((token) => token.length < 16);
	if (tokens.length === 0) return await failed('No signature token is given.');
	if (bad !== undefined)
		return await failed(
			'A signature token is shorter than 16 characters: check that it was copied whole.',
		);
	return {
		status: 'OK',
		message: `${tokens.length.toString()} signature token(s). Press "Verify Connection" in Lever to see that they are the right ones.`,
	};
}

async function failed(message: string): Promise<INodeCredentialTestResult> {
	return await Promise.resolve({ status: 'Error', message });
}
