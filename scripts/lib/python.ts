import { spawnSync } from 'node:child_process';

/** The Python that has openpyxl: Debian's package serves its own Python, which need not be the first on the path. Null when none has. */
export function pythonWithOpenpyxl(): string | null {
  return ['python3', '/usr/bin/python3'].find((command) => spawnSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0) ?? null;
}
