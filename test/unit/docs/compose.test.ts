import { parse } from 'yaml';

import { read } from './documents';

interface Service {
	image: string;
	environment?: Record<string, string>;
	depends_on?: Record<string, { condition: string }>;
	volumes?: string[];
	healthcheck?: { test: string[] };
	ports?: string[];
}

// Docker does not run where these tests run: the file is read, not started.
const { services, volumes } = parse(read('docs/queue-mode/compose.yaml'), {
	merge: true,
	strict: true,
}) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const [main, ...others] = Object.values(services).filter(({ image }) =>
	image.includes('n8nio/n8n'),
);

describe('the compose file of queue mode', () => {
	it('runs the n8n that the tests run, with the same settings in every process', () => {
		const { dependencies } = JSON.parse(read('test/host/package.json')) as {
			dependencies: { n8n: string };
		};
		expect(main?.image.split(':').at(-1)).toBe(dependencies.n8n);
		expect(others).toHaveLength(2);
		for (const { image, environment } of others)
			expect({ image, environment }).toMatchObject({
				image: main?.image,
				environment: main?.environment,
			});
	});

	it('starts every service after what it needs is healthy, on volumes that are declared', () => {
		for (const { depends_on: needs, volumes: used = [] } of Object.values(services)) {
			for (const [needed, { condition }] of Object.entries(needs ?? {})) {
				expect(condition).toBe('service_healthy');
				expect(services[needed]?.healthcheck).toBeDefined();
			}
			for (const volume of used.filter((one) => /^\w/u.test(one)))
				expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
		}
	});

	it('exposes only the proxy, and contains no secret', () => {
		const exposed = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
		expect(exposed.map(([name]) => name)).toEqual(['proxy']);
		const secrets = Object.values(services)
			.flatMap(({ environment }) => Object.entries(environment ?? {}))
			.filter(([name]) => /PASSWORD|KEY|AUTH/u.test(name));
		expect(secrets).not.toHaveLength(0);
		for (const [, value] of secrets) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?/u);
	});
});
