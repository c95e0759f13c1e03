import type { IDataObject } from 'n8n-workflow';

const CONTACT_DETAILS = ['name', 'headline', 'emails', 'phones', 'links'];

/**
 * Lever's answers to several writes leave the candidate's name and contact details blank although it has them (docs/lever-api.md,
 * Opportunities). Where they are blank, those of the item that came in stand, when it is the same opportunity.
 */
export function keepContactDetails(answered: IDataObject, incoming: IDataObject): IDataObject {
	if (incoming.id !== answered.id) return answered;
	const kept = CONTACT_DETAILS.filter(
		(detail) => isBlank(answered[detail]) && !isBlank(incoming[detail]),
	);
	return { ...answered, ...Object.fromEntries(kept.map((detail) => [detail, incoming[detail]])) };
}

function isBlank(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}
