// The rules of n8n's own scanner of community packages (@n8n/scan-community-package 0.32.0), for `npm run scan`.
import n8nCommunityNodes from '@n8n/eslint-plugin-community-nodes';
import { defineConfig } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const { parser } = tseslint;
const { community, credentials, nodes } = n8nNodesBase.configs;

export default defineConfig(
	n8nCommunityNodes.configs.recommended,
	{ plugins: { 'n8n-nodes-base': n8nNodesBase }, rules: { 'no-console': 'error' } },
	{ files: ['package.json'], rules: community.rules },
	{ files: ['**/credentials/**/*.ts'], rules: credentials.rules },
	{ files: ['**/nodes/**/*.ts'], rules: nodes.rules },
	{ files: ['**/*.{ts,json}'], languageOptions: { parser } },
);
