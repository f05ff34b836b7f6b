import { spawnSync } from 'node:child_process';
import { chromiumPath } from './lib/chromium.ts';
import { pythonWithOpenpyxl } from './lib/python.ts';

/** Installs what `npm test` uses beyond npm packages, where apt is at hand, and says what is missing where it is not. */
interface Tool {
  readonly name: string;
  readonly debianPackage: string;
  isThere(): boolean;
}

const succeeds = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const prints = (command: string, args: readonly string[]): boolean => (spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const tools: readonly Tool[] = [
  { name: 'Chromium', debianPackage: 'chromium', isThere: () => chromiumPath() !== null },
  { name: 'a Chinese font', debianPackage: 'fonts-noto-cjk', isThere: () => process.platform !== 'linux' || prints('fc-list', [':lang=zh']) },
  { name: 'openpyxl for Python', debianPackage: 'python3-openpyxl', isThere: () => pythonWithOpenpyxl() !== null },
  { name: 'LibreOffice Calc', debianPackage: 'libreoffice-calc', isThere: () => succeeds('soffice', ['--version']) },
];

const missing = tools.filter((tool) => !tool.isThere());
if (missing.length > 0) install(missing);
const stillMissing = tools.filter((tool) => !tool.isThere());
if (stillMissing.length > 0) {
  console.error(`The tests need ${stillMissing.map((tool) => tool.name).join(', ')}, and apt-get could not install it here.`);
  console.error(`On Debian or Ubuntu: sudo apt-get install ${stillMissing.map((tool) => tool.debianPackage).join(' ')}`);
  console.error('Another Chromium, Chrome or Edge can be named with CHROMIUM_PATH.');
  process.exitCode = 1;
}

function install(wanted: readonly Tool[]): void {
  if (!succeeds('apt-get', ['--version'])) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const packages = wanted.map((tool) => tool.debianPackage);
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '--quiet'],
    ['install', '--yes', '--quiet', '--no-install-recommends', ...packages],
  ]) {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
}
