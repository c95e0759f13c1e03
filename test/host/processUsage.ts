import { readFile, writeFile } from 'node:fs/promises';

/** Linux counts CPU time in hundredths of a second for every program, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

/** What a process has used since it started. */
export interface Usage {
	cpuSeconds: number;
	residentBytes: number;
	/** The peak of its memory since it started or since the last reset. */
	peakBytes: number;
}

/** Reads the usage of a process from /proc, so on Linux only. Throws when there is no such process. */
export async function readUsage(pid: number): Promise<Usage> {
	const [stat, status] = await Promise.all([
		readFile(`/proc/${pid.toString()}/stat`, 'utf8'),
		readFile(`/proc/${pid.toString()}/status`, 'utf8'),
	]);
	// The name in the second field may hold spaces; what follows its closing bracket is fields 3 and on.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const ticks = Number(fields[11]) + Number(fields[12]);
	return {
		cpuSeconds: ticks / TICKS_PER_SECOND,
		residentBytes: readBytes(status, 'VmRSS'),
		peakBytes: readBytes(status, 'VmHWM'),
	};
}

/** Resets the peak memory of a process to what it uses now. */
export async function resetPeak(pid: number): Promise<void> {
	await writeFile(`/proc/${pid.toString()}/clear_refs`, '5');
}

function readBytes(status: string, field: string): number {
	const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1];
	if (kilobytes === undefined)
		throw new Error(`The system does not report ${field} of the process.`);
	return Number(kilobytes) * 1024;
}
