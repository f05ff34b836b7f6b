/**
 * `npm run verify-draw -- slip.json`: repeats a random draw from its slip, offline. Says what was checked and, of everything that does not
 * agree, its name and what it concerns; exits with 1 when the draw does not stand, with 2 when there is no slip to read.
 * `--noted <digest>`: the digest written down when the list was frozen (may be repeated). `--lang en`.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { slip as slipSchema } from '../shared/contract/draws.ts';
import { say } from '../shared/contract/messages/index.ts';
import { slipSteps, verifySlip } from '../shared/draw/verify.ts';
import { message, type Language } from '../shared/message.ts';
import { sha256 } from './lib/sha256.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { noted: { type: 'string', multiple: true, default: [] }, lang: { type: 'string', default: 'zh-CN' } },
});
const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';

function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

/** The JSON of a file; ends the run when it cannot be read. */
async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const [path, ...rest] = positionals;
if (path === undefined || rest.length > 0) refuse('usage: npm run verify-draw -- slip.json [--noted DIGEST] [--lang en]');

const parsed = slipSchema.safeParse(await jsonOf(path));
if (!parsed.success) {
  for (const { path: place, message: expected } of parsed.error.issues) {
    console.log(`✗ notASlip  ${say(message('draw.notASlip', { pointer: `/${place.join('/')}`, expected }), language)}`);
  }
  process.exit(1);
}

const slip = parsed.data;
const noted = values.noted.map((hash) => hash.trim().toLowerCase());
const faults = await verifySlip(slip, sha256, noted);
for (const step of slipSteps) {
  const found = faults.filter((fault) => fault.step === step);
  console.log(`${found.length === 0 ? '✓' : '✗'} ${say(message(`draw.step.${step}`), language)}`);
  for (const fault of found) console.log(`    ${fault.code.replace('draw.', '')}  ${say(fault, language)}`);
}

const { number, list, parties, winners } = slip;
console.log(`\nlistHash   ${slip.listHash}\ntermsHash  ${slip.termsHash}`);
if (faults.length === 0) {
  console.log(`\nOK  ${say(message('draw.holds', { number, entries: list.length, parties: parties.length, winners: winners.length }), language)}`);
  const byId = new Map(list.map((item) => [item.id, item]));
  for (const { id } of winners) console.log(`    ${byId.get(id)?.units[0] ?? ''}  ${byId.get(id)?.title ?? ''}  ${id}`);
} else {
  console.log(`\n${say(message('draw.fails', { number, count: faults.length }), language)}`);
  process.exitCode = 1;
}
