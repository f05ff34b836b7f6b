/**
 * `npm run delete-workspace -- ID --export export.ndjson`: deletes a workspace with everything in it from the local database of `DATA_DIR` (default `.data/`),
 * or with `--remote` from the one in the account that wrangler is logged in to. Says what goes, and asks for the id once more (`--yes` does not). The export must
 * stand and hold the last revision; `--without-export` deletes what nobody can bring back. Exits with 1 when nothing was deleted.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ULID_PATTERN } from '../shared/contract/primitives.ts';
import { configPath, databaseInAccount, tool, withAccount } from './lib/account.ts';
import { deleteWorkspace, exportFault, findDoomed, type Doomed, type Execute } from './lib/delete-workspace.ts';
import { inProject } from './lib/project.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    export: { type: 'string' },
    'without-export': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    remote: { type: 'boolean', default: false },
  },
});
const [id = '', ...rest] = positionals;
if (!ULID_PATTERN.test(id) || rest.length > 0) {
  console.error('usage: npm run delete-workspace -- ID (--export export.ndjson | --without-export) [--yes] [--remote]');
  process.exit(2);
}

if (values.export === undefined && !values['without-export']) {
  refuse('请先导出（GET /v1/export），再用 --export 指明文件 / export it first and name the file by --export');
  process.exit();
}

function refuse(words: string): void {
  console.error(`✗ 没有删除任何内容 / nothing was deleted: ${words}`);
  process.exitCode = 1;
}

/** Runs SQL by wrangler, which makes one transaction of it. */
function executeAt(where: readonly string[]): Execute {
  return async (statements) => {
    const printed = tool('wrangler', ['d1', 'execute', 'DB', ...where, '--yes', '--json', '--command', statements.join('; ')], '');
    return (JSON.parse(printed) as readonly { readonly results: Awaited<ReturnType<Execute>>[number] }[]).map(({ results }) => results);
  };
}

function tell({ name, rows, head, takesBootstrapKey }: Doomed): void {
  console.log(`工作区 / workspace  ${id}  ${name}\nhead  ${head === null ? '–' : `${head.revision}:${head.hash}`}`);
  for (const [table, count] of Object.entries(rows)) if (count > 0) console.log(`  ${table}  ${count}`);
  if (takesBootstrapKey)
    console.log('首个管理密钥也在其中，此后不能再新建工作区 / the first admin key goes too: no further workspace can be made while others are left');
}

async function isMeant(): Promise<boolean> {
  if (values.yes) return true;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await Promise.race([
    asking.question('再次输入工作区编号以删除 / type the id again to delete it: '),
    new Promise<string>((resolve) => asking.once('close', () => resolve(''))),
  ]);
  asking.close();
  return answer.trim() === id;
}

async function run(execute: Execute): Promise<void> {
  const doomed = await findDoomed(execute, id);
  if (doomed === null) return refuse(`没有这个工作区 / there is no workspace ${id}`);
  tell(doomed);
  const fault = values.export === undefined ? null : await exportFault(values.export, id, doomed.head);
  if (fault !== null) return refuse(fault);
  if (!(await isMeant())) return refuse('编号不一致 / that is another id');
  await deleteWorkspace(execute, id);
  console.log('OK  已删除 / deleted');
}

if (values.remote) {
  const databaseId = databaseInAccount();
  if (databaseId === null) refuse('账户中没有数据库 / the account has no database of the product');
  else await withAccount(databaseId, () => run(executeAt(['--remote', '--config', configPath])));
} else await run(executeAt(['--local', '--persist-to', process.env['DATA_DIR'] ?? inProject('.data'), '--config', inProject('wrangler.toml')]));
