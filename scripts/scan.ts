import { packPackage, unpack } from '../test/host/packPackage';
import { ROOT } from '../test/host/paths';
import { runCommand } from '../test/host/runCommand';

/** What n8n's scanner reads of a published package. */
const PUBLISHED_FILES = ['**/*.js', 'package.json'];

/** Scans the sources and the packed package with n8n's own scanner. */
runCommand(async (teardown) => {
	const packed = await teardown.createTemporaryFolder('scan');
	await unpack(await packPackage(packed), packed);
	// The scanner creates a temporary folder when it is loaded and leaves it behind: this one is deleted.
	process.env.TMPDIR = packed;
	const { analyzePackage, SOURCE_FILE_PATTERNS } =
		await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const results = [
		await analyzePackage(ROOT, SOURCE_FILE_PATTERNS),
		await analyzePackage(packed, PUBLISHED_FILES),
	];
	for (const { message, details } of results)
		if (message !== undefined) console.log(details ?? message);
	const passed = results.every((result) => result.passed);
	console.log(passed ? "n8n's scanner found nothing." : "n8n's scanner refuses this package.");
	return passed ? 0 : 1;
});
