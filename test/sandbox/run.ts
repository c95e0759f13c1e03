import { Command } from 'commander';

import { DEMO_API_KEY, HARVER_CLIENT, startSandbox } from '.';

const { port } = new Command()
	.option('--port <number>', 'port to listen on', '5690')
	.parse()
	.opts<{ port: string }>();

void startSandbox({ port: Number(port) }).then(({ url }) => {
	console.log(`Sandbox page:     ${url}`);
	console.log(`Lever base URL:   ${url}/v1   API key: ${DEMO_API_KEY}`);
	console.log(
		`Harver host:      ${url}      client: ${HARVER_CLIENT.clientId}, secret: ${HARVER_CLIENT.clientSecret}`,
	);
});
