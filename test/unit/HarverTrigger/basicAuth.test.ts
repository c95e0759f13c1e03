import { matchesBasicAuth } from '../../../nodes/HarverTrigger/basicAuth';
import { activate, deactivate } from '../../harness';
import { basic, deliverTo, harverTrigger, LOGIN, webhook } from './harver';

const right = basic(LOGIN.user, LOGIN.password).authorization;

describe('a delivery with Basic Auth', () => {
	it('starts the workflow with the right user and password', async () => {
		expect(await deliverTo(harverTrigger())(webhook(), { authorization: right })).toMatchObject({
			status: 200,
			run: { status: 'success' },
		});
	});

	it.each([
		['no header', undefined],
		['an empty header', ''],
		['another user', basic('Harver', LOGIN.password).authorization],
		['another password', basic(LOGIN.user, 'correct horse').authorization],
		['a longer password', basic(LOGIN.user, `${LOGIN.password}!`).authorization],
		['no password', basic(LOGIN.user, '').authorization],
		['no user', basic('', LOGIN.password).authorization],
		['user and password swapped', basic(LOGIN.password, LOGIN.user).authorization],
		['no colon', `Basic ${Buffer.from(`${LOGIN.user}${LOGIN.password}`).toString('base64')}`],
		['another scheme', right.replace('Basic', 'Bearer')],
		['no scheme', right.replace('Basic ', '')],
		['the scheme alone', 'Basic'],
		['user and password in plain text', `Basic ${LOGIN.user}:${LOGIN.password}`],
		['something after it', `${right}, Basic x`],
		[
			'base64 with unused bits set',
			right.replace(/.=$/u, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`),
		],
		['a character that is not base64', right.replace('Basic ', 'Basic !')],
	])('with %s gets 401 and starts nothing', async (_name, authorization) => {
		const answered = await deliverTo(harverTrigger())(
			webhook(),
			authorization === undefined ? {} : { authorization },
		);
		expect(answered.status).toBe(401);
		expect(answered.headers['www-authenticate']).toMatch(/^Basic realm="[^"]+"/u);
		expect(answered.run).toBeUndefined();
		expect(JSON.stringify(answered.body)).not.toContain(LOGIN.password);
	});

	it('may write the scheme in lower case, and user and password in any alphabet', () => {
		expect(matchesBasicAuth(right.replace('Basic', 'basic'), LOGIN)).toBe(true);
		const login = { user: 'jürgen', password: 'pässwörd €' };
		expect(matchesBasicAuth(basic(login.user, login.password).authorization, login)).toBe(true);
	});
});

describe('an incomplete credential', () => {
	it.each([
		['no user', { user: '', password: 'secret' }],
		['no password', { user: 'harver', password: '' }],
		['neither', { user: '', password: '' }],
		['blanks', { user: ' ', password: ' ' }],
	])('with %s accepts no delivery', async (_name, login) => {
		const deliver = deliverTo(harverTrigger(), { credentials: { harverWebhookApi: login } });
		for (const headers of [basic(login.user, login.password), basic('', ''), {}]) {
			const answered = await deliver(webhook(), headers);
			expect(answered.status).toBe(401);
			expect(answered.run).toBeUndefined();
		}
	});

	it('that is missing makes the trigger refuse every delivery, and its activation fail', async () => {
		const json = harverTrigger({}, []);
		const answered = await deliverTo(json)(webhook());
		expect(answered.status).toBe(401);
		expect(answered.run).toBeUndefined();
		await expect(activate(json, {})).rejects.toThrow(
			'The Harver Trigger has no user and password to verify deliveries with',
		);
		await expect(
			activate(harverTrigger(), {
				credentials: { harverWebhookApi: { user: 'harver', password: '' } },
			}),
		).rejects.toThrow('no user and password');
	});

	it('that cannot be read makes the trigger refuse every delivery', async () => {
		const answered = await deliverTo(harverTrigger(), { credentials: {} })(webhook());
		expect(answered.status).toBe(401);
		expect(answered.run).toBeUndefined();
	});
});

describe('without authentication', () => {
	it('deliveries start the workflow only if an admin chose "None"', async () => {
		expect(
			(await deliverTo(harverTrigger({ authentication: 'none' }, []))(webhook(), {})).run,
		).toBeDefined();
		expect((await deliverTo(harverTrigger({}, []))(webhook(), {})).run).toBeUndefined();
	});
});

describe('publishing and unpublishing', () => {
	it('does nothing in Harver, which has no API for webhooks', async () => {
		const options = { credentials: { harverWebhookApi: LOGIN }, staticData: {} };
		const json = harverTrigger();
		expect(await activate(json, options)).toBe(true);
		await deactivate(json, options);
		expect(await activate(harverTrigger({ authentication: 'none' }, []), {})).toBe(true);
	});
});
