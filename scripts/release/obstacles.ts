/** What a release is made from. */
export interface Release {
	/** The tag that it is published under: the version, with or without a "v". */
	tag: string;
	/** The repository on GitHub that publishes, as "owner/name". */
	repository: string;
	version: string;
	changelog: string;
	/** The text of every file that names the owner, by its path. */
	files: Record<string, string>;
}

/** Why a release must not be published, one sentence a reason. */
export function obstacles({ tag, repository, version, changelog, files }: Release): string[] {
	const named = Object.entries(files);
	return [
		...(tag.replace(/^v/u, '') === version
			? []
			: [`The tag is ${tag}, but package.json says version ${version}.`]),
		...(changelog
			.split('\n')
			.some((line) => line.split(' ').slice(0, 2).join(' ') === `## ${version}`)
			? []
			: [`CHANGELOG.md has no heading "## ${version}".`]),
		...named.flatMap(([file, text]) =>
			placeholders(text).map((address) => `${file} still has the placeholder ${address}.`),
		),
		...named.flatMap(([file, text]) =>
			strangers(text, repository).map(
				(other) => `${file} names the repository ${other}, but ${repository} publishes.`,
			),
		),
	];
}

/** Addresses that no one can have: the ending ".example" is kept for examples. */
function placeholders(text: string): string[] {
	return [...new Set(text.match(/[\w.@-]+\.example\b/gu))];
}

/** Repositories that the text calls this package's but that are not the one that publishes: npm refuses their provenance. */
function strangers(text: string, repository: string): string[] {
	const all = [...text.matchAll(/github\.com\/([\w-]+\/n8n-nodes-lever-harver)/gu)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(all)].filter((name) => name !== repository);
}
