const project = (displayName, folder) => ({
	displayName,
	testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/host/installed/'],
});

export default {
	// The first test of a worker loads n8n's engine and its nodes.
	testTimeout: 60_000,
	projects: [
		project('unit', 'unit'),
		project('workflows', 'workflows'),
		project('sandbox', 'sandbox'),
		project('chaos', 'chaos'),
	],
};
