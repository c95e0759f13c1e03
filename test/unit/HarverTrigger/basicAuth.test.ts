import { carriesLogin } from '../../../nodes/HarverTrigger/basicAuth';
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
		['no login', undefined],
		['an empty header', ''],
		['another user', basic('Harver', LOGIN.password).authorization],
		['another password', basic(LOGIN.user, 'correct horse').authorization],
		['a longer password', basic(LOGIN.user, `${LOGIN.password}!`).authorization],
		['no password', basic(LOGIN.user, '').authorization],
		['no user', basic('', LOGIN.password).authorization],
		['user and password exchanged', basic(LOGIN.password, LOGIN.user).authorization],
		['no colon', `Basic ${Buffer.from(`${LOGIN.user}${LOGIN.password}`).toString('base64')}`],
		['another scheme', right.replace('Basic', 'Bearer')],
		['no scheme', right.replace('Basic ', '')],
		['the scheme alone', 'Basic'],
		['the login in the clear', `Basic ${LOGIN.user}:${LOGIN.password}`],
		['something after it', `${right}, Basic x`],
		[
			'base64 with bits to spare',
			right.replace(/.=$/u, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`),
		],
		['a character that is no base64 in it', right.replace('Basic ', 'Basic !')],
	])('that carries %s gets 401 and starts nothing', async (_name, authorization) => {
		const answered = await deliverTo(harverTrigger())(
			webhook(),
			authorization === undefined ? {} : { authorization },
		);
		expect(answered.status).toBe(401);
		expect(answered.headers['www-authenticate']).toMatch(/^Basic realm="[^"]+"/u);
		expect(answered.run).toBeUndefined();
		expect(JSON.stringify(answered.body)).not.toContain(LOGIN.password);
	});

	it('may write the scheme in small letters, and letters that are not English', () => {
		expect(carriesLogin(right.replace('Basic', 'basic'), LOGIN)).toBe(true);
		const login = { user: 'jürgen', password: 'pässwörd €' };
		expect(carriesLogin(basic(login.user, login.password).authorization, login)).toBe(true);
	});
});

describe('a credential that protects nothing', () => {
	it.each([
		['no user', { user: '', password: 'secret' }],
		['no password', { user: 'harver', password: '' }],
		['neither', { user: '', password: '' }],
		['blanks', { user: ' ', password: ' ' }],
	])('with %s accepts nothing, not even itself', async (_name, login) => {
		const deliver = deliverTo(harverTrigger(), { credentials: { harverWebhookApi: login } });
		for (const headers of [basic(login.user, login.password), basic('', ''), {}]) {
			const answered = await deliver(webhook(), headers);
			expect(answered.status).toBe(401);
			expect(answered.run).toBeUndefined();
		}
	});

	it('is none at all: everything is refused, and an activation says so', async () => {
		const json = harverTrigger({}, []);
		const answered = await deliverTo(json)(webhook());
		expect(answered.status).toBe(401);
		expect(answered.run).toBeUndefined();
		await expect(activate(json, {})).rejects.toThrow(
			'The Harver Trigger has no user and password to check deliveries with',
		);
		await expect(
			activate(harverTrigger(), {
				credentials: { harverWebhookApi: { user: 'harver', password: '' } },
			}),
		).rejects.toThrow('no user and password');
	});

	it('is one that cannot be read: everything is refused', async () => {
		const answered = await deliverTo(harverTrigger(), { credentials: {} })(webhook());
		expect(answered.status).toBe(401);
		expect(answered.run).toBeUndefined();
	});
});

describe('without authentication', () => {
	it('deliveries start the workflow only when somebody has chosen so', async () => {
		expect(
			(await deliverTo(harverTrigger({ authentication: 'none' }, []))(webhook(), {})).run,
		).toBeDefined();
		expect((await deliverTo(harverTrigger({}, []))(webhook(), {})).run).toBeUndefined();
	});
});

describe('activating and deactivating', () => {
	it('finds nothing to do in Harver, which has no API for it', async () => {
		const options = { credentials: { harverWebhookApi: LOGIN }, staticData: {} };
		const json = harverTrigger();
		expect(await activate(json, options)).toBe(true);
		await deactivate(json, options);
		expect(await activate(harverTrigger({ authentication: 'none' }, []), {})).toBe(true);
	});
});
