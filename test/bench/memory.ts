import { readdir, readFile } from 'node:fs/promises';

/** The most memory that the workerd processes of a process group ever had resident, together, in MB; null where there is no /proc. */
export async function peakMemory(group: number): Promise<number | null> {
  let kilobytes = 0;
  let found = false;
  for (const pid of await readdir('/proc').catch(() => [])) {
    const [stat, status] = await Promise.all(['stat', 'status'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')));
    if (!/^\d+ \(workerd\) /.test(stat ?? '') || Number(stat?.split(') ')[1]?.split(' ')[2]) !== group) continue;
    kilobytes += Number(/^VmHWM:\s+(\d+) kB/m.exec(status ?? '')?.[1] ?? 0);
    found = true;
  }
  return found ? kilobytes / 1024 : null;
}
