const project = (displayName, folder) => ({
	displayName,
	testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	setupFiles: ['<rootDir>/test/unit/setup.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/host/installed/'],
});

export default {
	projects: [project('unit', 'unit'), project('workflows', 'workflows'), project('sandbox', 'sandbox')],
};
