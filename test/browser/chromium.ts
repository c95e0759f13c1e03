import { access } from 'node:fs/promises';
import path from 'node:path';

import execa from 'execa';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** The names under which Linux distributions and Homebrew put the browser on the path. */
const COMMANDS = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge-stable',
	'microsoft-edge',
];
const MAC_CHROMIUM = '/Applications/Chromium.app/Contents/MacOS/Chromium';
/** Playwright knows where these are installed on Linux, macOS and Windows. */
const CHANNELS = ['chrome', 'msedge'];
/** No graphics, no sandbox of its own (it may run as root), and nothing that asks the network. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const ADVICE = `The browser test needs Chromium, Google Chrome or Microsoft Edge, and finds none that starts.
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS:           brew install --cask google-chrome
  Windows:         Edge is part of it; or winget install Google.Chrome
Is it somewhere else? Give its path: CHROMIUM=/path/to/chrome npm run test:browser`;

/**
 * Starts the browser that CHROMIUM names, or else the first that is found on this machine. Without any, installs Debian's
 * Chromium where that is allowed; throws what to do where it is not.
 */
export async function startChromium(): Promise<Browser> {
	const { CHROMIUM: chosen } = process.env;
	if (chosen) return await launch({ executablePath: chosen });
	const found =
		(await firstThatStarts()) ?? ((await installDebian()) ? await firstThatStarts() : undefined);
	if (!found) throw new Error(ADVICE);
	return found;
}

/** Some commands are there only to tell what to install, as Ubuntu's chromium-browser without snap: the next one is tried. */
async function firstThatStarts(): Promise<Browser | undefined> {
	for (const browser of [
		...(await installedBrowsers()),
		...CHANNELS.map((channel) => ({ channel })),
	]) {
		const started = await launch(browser).catch(() => undefined);
		if (started) return started;
	}
	return undefined;
}

async function installedBrowsers(): Promise<LaunchOptions[]> {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const files = [
		...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))),
		MAC_CHROMIUM,
	];
	const there = await Promise.all(files.map(isThere));
	return files.filter((_, index) => there[index]).map((executablePath) => ({ executablePath }));
}

async function launch(browser: LaunchOptions): Promise<Browser> {
	return await chromium.launch({ ...browser, args: FLAGS });
}

/** Tells whether there was something to try anew. */
async function installDebian(): Promise<boolean> {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !(await isThere('/etc/debian_version'))) return false;
	await execa('apt-get', ['update'], { stdio: 'inherit' });
	await execa('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
		stdio: 'inherit',
		env: { DEBIAN_FRONTEND: 'noninteractive' },
	});
	return true;
}

async function isThere(file: string): Promise<boolean> {
	return await access(file).then(
		() => true,
		() => false,
	);
}
