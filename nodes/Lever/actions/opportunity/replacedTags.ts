import { sameTag, tagMatches } from '../../../shared/node/tagPattern';

/**
 * Which of an opportunity's tags the new ones replace: those that match one of the patterns and are not new. Lever tells upper and
 * lower case apart (docs/lever-api.md, Tags), so a tag that differs from a new one in its case alone is replaced too.
 */
export function replacedTags(patterns: string[], newTags: string[], tags: unknown): string[] {
	const standing = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
	return standing.filter(
		(tag) =>
			patterns.some((pattern) => tagMatches(pattern, tag)) &&
			!newTags.some((newTag) => sameTag(newTag, tag)),
	);
}
