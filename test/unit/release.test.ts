import { obstacles, type Release } from '../../scripts/release/obstacles';

const release: Release = {
	tag: 'v1.2.0',
	repository: 'owner/n8n-nodes-lever-harver',
	version: '1.2.0',
	changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.0 (3 May)\n\n- More\n',
	files: {
		'SECURITY.md':
			'Write to security@owner.org, or see https://github.com/owner/n8n-nodes-lever-harver.git.',
	},
};

it('lets a release pass that is in order, whatever way its tag is written', () => {
	expect(obstacles(release)).toEqual([]);
	expect(obstacles({ ...release, tag: '1.2.0' })).toEqual([]);
});

it('refuses a tag that is not the version', () => {
	expect(obstacles({ ...release, tag: 'v1.2.1' })).toEqual([
		'The tag is v1.2.1, but package.json says version 1.2.0.',
	]);
});

it.each(['## Unreleased\n\n- 1.2.0', '## 1.2.01\n', '### 1.2.0\n', ''])(
	'refuses a version that the changelog has no heading for: %j',
	(changelog) => {
		expect(obstacles({ ...release, changelog })).toEqual([
			'CHANGELOG.md has no heading "## 1.2.0".',
		]);
	},
);

it('refuses an address that no one can have, once a file', () => {
	const files = {
		'package.json': '"maintainers@lever-harver.example", "maintainers@lever-harver.example"',
	};
	expect(obstacles({ ...release, files })).toEqual([
		'package.json still has the placeholder maintainers@lever-harver.example.',
	]);
});

it('refuses to publish from a repository other than the one that is named', () => {
	expect(obstacles({ ...release, repository: 'fork/n8n-nodes-lever-harver' })).toEqual([
		'SECURITY.md names the repository owner/n8n-nodes-lever-harver, but fork/n8n-nodes-lever-harver publishes.',
	]);
});
