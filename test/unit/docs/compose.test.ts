import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

interface Service {
	image: string;
	command?: string[];
	environment?: Record<string, string>;
	healthcheck?: { test: string[] };
	depends_on?: Record<string, { condition: string }>;
	volumes?: string[];
	deploy?: { replicas: number };
	ports?: string[];
}

const text = readFileSync(path.resolve(__dirname, '../../../docs/queue-mode/compose.yaml'), 'utf8');
const guide = readFileSync(path.resolve(__dirname, '../../../docs/queue-mode.md'), 'utf8');
const { services, volumes } = parse(text, { merge: true, strict: true }) as {
	services: Record<string, Service>;
	volumes: Record<string, unknown>;
};
const n8n = Object.entries(services).filter(([, { image }]) => image.includes('n8nio/n8n'));

// Docker does not run where these tests do: the file is read, not started.
describe('the compose file of queue mode', () => {
	it('has PostgreSQL, Redis, main, two workers and a webhook processor', () => {
		expect(Object.keys(services)).toEqual([
			'postgres',
			'redis',
			'main',
			'worker',
			'webhook',
			'proxy',
		]);
		expect(services.main?.command).toBeUndefined();
		expect(services.worker).toMatchObject({
			command: ['worker', '--concurrency=10'],
			deploy: { replicas: 2 },
		});
		expect(services.webhook?.command).toEqual(['webhook']);
	});

	it('gives every n8n the same version, key, queue, database and way to keep files', () => {
		const { image, environment = {} } = services.main ?? {};
		expect(n8n.map(([name]) => name)).toEqual(['main', 'worker', 'webhook']);
		for (const [, one] of n8n) expect(one).toMatchObject({ image, environment });
		expect(environment).toMatchObject({
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			N8N_DEFAULT_BINARY_DATA_MODE: 'database',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			N8N_REINSTALL_MISSING_PACKAGES: 'true',
		});
	});

	it('names the version of n8n that the tests run', () => {
		const host = JSON.parse(
			readFileSync(path.resolve(__dirname, '../../host/package.json'), 'utf8'),
		) as { dependencies: { n8n: string } };
		expect(services.main?.image).toMatch(
			new RegExp(`:${host.dependencies.n8n.replaceAll('.', '\\.')}$`, 'u'),
		);
	});

	it('checks the health of every service and starts it after what it needs', () => {
		for (const [name, { healthcheck, depends_on: needs }] of Object.entries(services)) {
			expect([name, healthcheck?.test[0]]).toEqual([name, 'CMD-SHELL']);
			for (const [needed, { condition }] of Object.entries(needs ?? {})) {
				expect([needed, needed in services, condition]).toEqual([needed, true, 'service_healthy']);
			}
		}
		expect(Object.keys(services.main?.depends_on ?? {})).toEqual(['postgres', 'redis']);
	});

	it('opens only the proxy, and holds no secret', () => {
		expect(
			Object.entries(services)
				.filter(([, { ports }]) => ports !== undefined)
				.map(([name]) => name),
		).toEqual(['proxy']);
		for (const { environment } of Object.values(services)) {
			for (const [name, value] of Object.entries(environment ?? {})) {
				if (/PASSWORD|KEY|AUTH/u.test(name)) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?/u);
			}
		}
	});

	it('declares the volumes that it uses', () => {
		const used = Object.values(services)
			.flatMap(({ volumes: own }) => own ?? [])
			.map((volume) => volume.split(':')[0]);
		expect([...used].sort()).toEqual(Object.keys(volumes).sort());
	});

	it('has every variable of n8n explained in the guide', () => {
		for (const name of n8n.flatMap(([, { environment }]) => Object.keys(environment ?? {})))
			expect(guide).toContain(`\`${name}\``);
	});
});
