import { access } from 'node:fs/promises';

import execa from 'execa';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
/** No graphics, no sandbox of its own (it may run as root), and nothing that asks the network. */
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts Debian's Chromium. Installs it where that is allowed; throws what to do where it is not. */
export async function startChromium(): Promise<Browser> {
	if (!(await isThere(EXECUTABLE))) await install();
	return await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

async function install(): Promise<void> {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !(await isThere('/etc/debian_version'))) throw new Error(`The browser test needs Chromium as ${EXECUTABLE}. On Debian and Ubuntu: sudo apt-get install chromium`);
	await execa('apt-get', ['update'], { stdio: 'inherit' });
	await execa('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

async function isThere(file: string): Promise<boolean> {
	return await access(file).then(() => true, () => false);
}
