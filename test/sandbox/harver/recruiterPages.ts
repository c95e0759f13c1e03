import { Router } from 'express';

import type { HarverAccount } from './HarverAccount';
import { html, renderPage } from './html';

/** The pages of Harver that the links on a Lever profile open. */
export function recruiterPagesRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/harver/candidates/:id', (request, response) => {
		const applications = account.applications.filter(
			({ candidate }) => candidate.id === request.params.id,
		);
		const [first] = applications;
		if (!first) {
			response.status(404).send(renderPage('Candidate not found', html``));
			return;
		}
		const rows = applications.map(
			({ vacancyId, status, matchingScore }) =>
				html`<tr>
					<td>${account.getVacancy(vacancyId).name}</td>
					<td>${status}</td>
					<td>${matchingScore ?? '–'}</td>
				</tr>`,
		);
		response.send(
			renderPage(
				`${first.candidate.firstName} ${first.candidate.lastName}`,
				html`<p>${first.candidate.emailAddress}</p>
					<table>
						<thead>
							<tr>
								<th>Vacancy</th>
								<th>Status</th>
								<th>Score</th>
							</tr>
						</thead>
						<tbody>
							${rows.reduce((all, row) => html`${all}${row}`, html``)}
						</tbody>
					</table>`,
			),
		);
	});
	router.get('/harver/:kind/:id', (request, response, next) => {
		if (!['reports-hub', 'development-reports', 'interview-guides'].includes(request.params.kind)) {
			next();
			return;
		}
		const { candidate, matchingScore } = account.getApplication(request.params.id);
		response.send(
			renderPage(
				'Shared report',
				html`<p>${candidate.firstName} ${candidate.lastName}</p>
					<p class="result">${matchingScore ?? 0} %</p>`,
			),
		);
	});
	return router;
}
