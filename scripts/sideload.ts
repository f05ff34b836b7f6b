/**
 * `npm run sideload`: starts desktop Excel with the add-in (Windows, Mac), over the server that `npm start` runs.
 * Microsoft's tool for it is fetched when asked for: it brings native modules that no other part of the project needs.
 */
import { spawnSync } from 'node:child_process';

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    'Desktop Excel runs on Windows and Mac only. Here, `npm start` opens the preview in a browser; docs/excel.md says how to add the add-in to Excel on the web.',
  );
  process.exit(1);
}
const { status } = spawnSync('npx', ['--yes', 'office-addin-debugging@7', 'start', 'manifest.xml', 'desktop', '--no-debug'], { stdio: 'inherit', shell: true });
process.exit(status ?? 1);
