/**
 * `npm run push -- *.xlsx`: pushes every ledger of several workbooks, each with its own result; one at fault does not stop the others and no
 * file is written. The server and the key come from TAIZHANG_URL and TAIZHANG_KEY, or `--server` and `--key`. `--as-of 2022-06-30`
 * (default: today where the workspace is), `--overwrite` (rows in conflict are written over what is stored), `--json`, `--lang en`.
 * Exits with 1 when a file was not taken whole, with 2 when it could not begin.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '../addin/api/client.ts';
import { createTransport } from '../addin/api/transport.ts';
import { pushFiles } from '../addin/features/import/push-files.ts';
import { dateIn } from '../shared/calendar/zone.ts';
import { parseIso } from '../shared/calendar/day.ts';
import type { Language } from '../shared/message.ts';
import { filesJson, filesText } from './lib/files-report.ts';
import { paneWords } from './lib/pane-words.ts';

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string' },
    key: { type: 'string' },
    'as-of': { type: 'string' },
    overwrite: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh-CN' },
  },
});
const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';
// A variable that is set to nothing is not set.
const server = values.server ?? (process.env['TAIZHANG_URL'] || undefined);
const key = values.key ?? (process.env['TAIZHANG_KEY'] || undefined);

/** Ends the run with a message instead of a stack: what was asked for is at fault, not the program. */
function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

if (paths.length === 0) refuse('usage: npm run push -- FILE.xlsx … [--server URL] [--key KEY] [--as-of YYYY-MM-DD] [--overwrite] [--json] [--lang en]');
if (server === undefined || key === undefined) refuse('where to? set TAIZHANG_URL and TAIZHANG_KEY, or give --server and --key');
const asked = values['as-of'];
if (asked !== undefined && parseIso(asked) === null) refuse(`--as-of ${asked}: expected a date YYYY-MM-DD that exists`);

const words = await paneWords(language);
const api = createClient(createTransport({ server, key, language: () => language, fetch }));
const me = await api.me().catch((fault: unknown) => refuse(`${server}: ${words.fault(fault)}`));

const files = paths.map((path) => ({ name: basename(path), bytes: () => readFile(path) }));
const asOf = asked ?? dateIn(me.workspace.timeZone, new Date());
const outcomes = await pushFiles(files, { api, workspace: me.workspace.id, asOf, language, isOverwriting: values.overwrite });

console.log(values.json ? JSON.stringify(filesJson(outcomes, words), null, 2) : filesText(outcomes, words, me.workspace.timeZone));
if (outcomes.some(({ state }) => state !== 'taken')) process.exitCode = 1;
