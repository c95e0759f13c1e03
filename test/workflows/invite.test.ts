import nock from 'nock';

import flow from '../../workflows/1-invite-at-the-trigger-stage.json';
import { runWorkflow, type WorkflowJson } from '../harness';

it('runs', async () => {
	const lever = nock('https://api.lever.co');
	lever.get('/v1/opportunities/o1').query(true).reply(200, { data: { id: 'o1', name: 'Ada Example', emails: ['ada@example.org'], stage: { id: 's', text: 'Harver Assessment' }, archived: null, tags: ['Harver Vacancy: Sales'], applications: [] } });
	lever.post('/v1/opportunities/o1/addTags').reply(200, { data: { id: 'o1', name: '' } });
	lever.post('/v1/opportunities/o1/notes').reply(201, { data: { id: 'n1' } });
	const harver = nock('https://api.harver.com');
	harver.post('/oauth/token').reply(200, { accessToken: 'token-1' });
	harver.get('/api/v1.0/accounts/acc/vacancies').query(true).reply(200, { data: [{ id: 'v1', attributes: { name: 'Sales' } }] });
	harver.get('/api/v1.0/applications').query(true).twice().reply(200, { data: [] });
	harver.post('/api/v1.0/vacancies/v1/applications').reply(201, { data: { applicationId: 'a1', magicLink: 'https://x', currentStatus: 'in-progress' } });
	const result = await runWorkflow(flow as unknown as WorkflowJson, {
		startNode: 'Candidate Reaches the Stage',
		items: [{ json: { event: 'candidateStageChange', data: { opportunityId: 'o1' } } }],
		credentials: { leverApi: { apiKey: 'key' }, harverApi: { clientId: 'c', clientSecret: 's', accountId: 'acc' } },
	});
	console.log(result.status, result.error, result.nodesRun, JSON.stringify(result.jsonOf('Invite to Harver')), nock.pendingMocks());
	expect(result.status).toBe('success');
});
