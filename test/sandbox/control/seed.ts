import { Router } from 'express';
import { z } from 'zod';

import type { LeverAccount } from '../lever/LeverAccount';

const seedSchema = z
	.object({
		candidates: z.number().int().min(1).max(100_000),
		/** Id of a posting; nobody has applied to one without it. */
		posting: z.string().optional(),
		stage: z.string().default('applicant-new'),
		origin: z.string().default('applied'),
		tags: z.array(z.string()).default([]),
		confidential: z.boolean().default(false),
		/** Whether Lever tells its webhooks, as when all of them apply at once. */
		tell: z.boolean().default(false),
	})
	.strict();

/** Many candidates at once; their names and addresses are made of numbers. */
export function seedRouter(lever: LeverAccount): Router {
	const router = Router();
	router.post('/seed', (request, response) => {
		const { candidates, tell, ...applicant } = seedSchema.parse(request.body);
		const first = lever.opportunities.length + lever.deleted.length + 1;
		const ids = Array.from({ length: candidates }, (_, index) => {
			const number = (first + index).toString();
			const person = {
				name: `Candidate ${number.padStart(5, '0')}`,
				emails: [`candidate-${number}@example.org`],
			};
			return lever.addOpportunity({ ...applicant, ...person }, { quietly: !tell }).opportunity.id;
		});
		response.status(201).json({ opportunityIds: ids });
	});
	return router;
}
