import { readdirSync, readFileSync } from 'node:fs';

// What the kernel calls a tick of /proc is 10 ms on every Linux that Node runs on.
const tickMs = 10;

/** What a process and those that it started have used of the processor so far, in milliseconds; null where there is no /proc. */
export function cpuMsOf(pid: number): number | null {
  try {
    // Those that have ended are counted with their parent.
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, name) => sum + (isOf(name, pid) ? usedBy(name) : 0), 0);
  } catch {
    return null;
  }
}

const isOf = (name: string, pid: number): boolean => name === String(pid) || fieldsOf(name)[1] === String(pid);

const usedBy = (name: string): number => fieldsOf(name).slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * tickMs, 0);

/** The fields from the state of a process on; its name, which stands before, may hold anything. Of one that has just ended: none. */
function fieldsOf(name: string): string[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
