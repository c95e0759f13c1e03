import { access } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** The browser's command on Linux and with Homebrew. */
const COMMANDS = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge-stable',
	'microsoft-edge',
];
const MAC_CHROMIUM = '/Applications/Chromium.app/Contents/MacOS/Chromium';
/** Browsers that Playwright finds by itself. */
const CHANNELS = ['chrome', 'msedge'];
/** No GPU, no sandbox (it may run as root), and no requests of its own. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const ADVICE = `The browser test needs Chromium, Google Chrome or Microsoft Edge, but none was found.
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS:           brew install --cask google-chrome
  Windows:         Edge is included; or winget install Google.Chrome
If it is installed elsewhere, set its path: CHROMIUM=/path/to/chrome npm run test:browser`;

/**
 * Starts the browser in the variable CHROMIUM, or the first one found on this machine. If there is none, installs Debian's
 * Chromium, or throws an error that says how to install one.
 */
export async function startChromium(): Promise<Browser> {
	const { CHROMIUM: chosen } = process.env;
	if (chosen) return await launch({ executablePath: chosen });
	const found =
		(await launchFirstAvailable()) ??
		((await installDebian()) ? await launchFirstAvailable() : undefined);
	if (!found) throw new Error(ADVICE);
	return found;
}

/** Starts the first browser that works; some commands only say what to install, like Ubuntu's chromium-browser without snap. */
async function launchFirstAvailable(): Promise<Browser | undefined> {
	for (const browser of [
		...(await findInstalledBrowsers()),
		...CHANNELS.map((channel) => ({ channel })),
	]) {
		const started = await launch(browser).catch(() => undefined);
		if (started) return started;
	}
	return undefined;
}

async function findInstalledBrowsers(): Promise<LaunchOptions[]> {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const files = [
		...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))),
		MAC_CHROMIUM,
	];
	const there = await Promise.all(files.map(exists));
	return files.filter((_, index) => there[index]).map((executablePath) => ({ executablePath }));
}

async function launch(browser: LaunchOptions): Promise<Browser> {
	return await chromium.launch({ ...browser, args: FLAGS });
}

/** Installs Debian's Chromium if possible. Returns whether it did. */
async function installDebian(): Promise<boolean> {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !(await exists('/etc/debian_version'))) return false;
	await execa('apt-get', ['update'], { stdio: 'inherit' });
	await execa('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
		stdio: 'inherit',
		env: { DEBIAN_FRONTEND: 'noninteractive' },
	});
	return true;
}

async function exists(file: string): Promise<boolean> {
	return await access(file).then(
		() => true,
		() => false,
	);
}
