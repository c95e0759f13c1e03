// Loads an installed community package with n8n's loader and prints the time it took.
const { PackageDirectoryLoader } = require('n8n-core');
require('n8n-workflow');

async function main() {
	const loader = new PackageDirectoryLoader(process.argv[2]);
	const startedAt = performance.now();
	await loader.loadAll();
	const milliseconds = performance.now() - startedAt;
	console.log(JSON.stringify({ milliseconds, nodes: Object.keys(loader.nodeTypes).length }));
}

void main();
