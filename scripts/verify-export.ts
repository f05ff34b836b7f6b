/**
 * `npm run verify-export -- export.ndjson`: recomputes the hash chain of an export, offline, and names the first revision that does
 * not stand. `--head <revision>:<hash>`: a head noted earlier, such as one printed on a bulletin. Exits with 1 when the export does not stand, with 2 when
 * there is nothing to read.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readHead, type Fault } from '../shared/audit/chain.ts';
import { checkExport, type ExportFault, type lineFaults } from '../shared/audit/export.ts';
import { sha256 } from './lib/sha256.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: 'string' } } });

function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

const [path, ...rest] = positionals;
if (path === undefined || rest.length > 0) refuse('usage: npm run verify-export -- export.ndjson [--head <revision>:<hash>]');
const noted = values.head === undefined ? null : readHead(values.head);
if (values.head !== undefined && noted === null) refuse('--head: the number of a revision, a colon and its hash of 64 characters');

/** 版次 and why, in both languages of the product. */
const reasons: Readonly<Record<Fault | (typeof lineFaults)[number], string>> = {
  missing: '编号缺失或重复 / a number is missing or comes twice',
  unsealed: '没有校验值 / it has no hash',
  changed: '内容与校验值不符，本版或它写入的条目被改过 / it or an entry it wrote was changed',
  stray: '有不属于本版的条目 / there is an entry that it did not write',
  misplaced: '条目的版本次序不对 / versions of an entry are out of order',
  cutOff: '后面的历史被截去 / the history after it was cut off',
  rewritten: '与记下的校验值不同，历史被重写 / it has another hash than was noted: the history was rewritten',
  notALine: '不是一行导出数据 / it is no line as an export writes it',
  outOfOrder: '表不认识，或不在它的位置 / its table is unknown or out of place',
  otherWorkspace: '属于另一个考核区 / it is of another workspace',
  notAnExport: '不是导出文件 / this is no export',
  afterTheEnd: '结尾之后还有内容 / something follows after the end',
  noEnd: '文件不完整，没有结尾 / the file is not whole: it has no end',
  endDiffers: '结尾的行数、校验值与前文不符，文件被改过 / the end does not agree with the lines before it: the file was changed',
};

function wordsOf(fault: ExportFault): string {
  return 'broken' in fault
    ? `第 ${fault.broken.revision} 版 / revision ${fault.broken.revision}: ${fault.broken.why}\n    ${reasons[fault.broken.why]}`
    : `第 ${fault.line} 行 / line ${fault.line}: ${fault.why}\n    ${reasons[fault.why]}`;
}

async function firstFault(check: ReturnType<typeof checkExport>, file: string): Promise<ExportFault | null> {
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const fault = await check.follow(text);
    if (fault !== null) return fault;
  }
  return check.end();
}

const check = checkExport(sha256, noted);
const fault = await firstFault(check, path).catch((error: unknown) => refuse(`${path}: ${error instanceof Error ? error.message : String(error)}`));
const head = `${check.head.revision}:${check.head.hash}`;
if (fault === null) console.log(`OK  ${check.head.revision} 版、${check.versions} 个条目版本成立 / revisions stand\nhead  ${head}`);
else {
  console.log(`✗ ${wordsOf(fault)}\n成立到 / stands up to  ${head}`);
  process.exitCode = 1;
}
