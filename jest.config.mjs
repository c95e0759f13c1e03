const swc = ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }];

const project = (displayName, folder) => ({
	displayName,
	testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
	testEnvironment: 'node',
	// n8n starts its expression engine with a dynamic import, which Jest runs only as a require().
	transform: {
		'^.+\\.ts$': swc,
		'/n8n-workflow/dist/cjs/expression\\.js$': swc,
		'/@n8n/expression-runtime/dist/cjs/runtime/transfer\\.js$': '<rootDir>/test/anyRealm.mjs',
	},
	transformIgnorePatterns: [
		'/node_modules/(?!n8n-workflow/dist/cjs/expression\\.js|@n8n/expression-runtime/dist/cjs/runtime/transfer\\.js)',
	],
	setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
	modulePathIgnorePatterns: ['<rootDir>/test/host/installed/'],
});

export default {
	// The first test in a worker loads n8n's engine and nodes.
	testTimeout: 60_000,
	projects: [
		project('unit', 'unit'),
		project('workflows', 'workflows'),
		project('sandbox', 'sandbox'),
		project('chaos', 'chaos'),
	],
};
