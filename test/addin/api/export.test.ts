import { expect, test } from 'vitest';
import { exportApi } from '../../../addin/api/export.ts';
import { ApiError } from '../../../addin/api/ledger-api.ts';
import { createTransport } from '../../../addin/api/transport.ts';
import { EXPORT_FORMAT, revisionLine, versionLine } from '../../../shared/audit/export-line.ts';
import { lineDigest } from '../../../shared/audit/line-digest.ts';
import { revisionText } from '../../../shared/audit/revision-text.ts';
import type { VersionRecord } from '../../../shared/audit/revision-text.ts';
import { sha256 } from '../../../addin/work/digest.ts';

/** A download of everything is taken as it comes, byte for byte, and checked against its own hashes. */
const record = {
  workspace: 'w1',
  number: 1,
  kind: 'push',
  reverts: [],
  register: 'measures',
  request: 'r1',
  push: null,
  principal: 'k1',
  madeBy: null,
  at: '2022-06-30T08:00:00.000Z',
  asOf: '2022-06-30',
  inserted: 1,
  updated: 0,
  deleted: 0,
  ids: ['a'],
};
const version: VersionRecord = { id: 'a', register: 'measures', deleted: 0, content: '{"title":"压减企业开办环节"}', memory: '{}' };

async function exportText(): Promise<string> {
  const hash = await sha256(revisionText('', record, [version]));
  const lines = [{ format: EXPORT_FORMAT }, { table: 'workspace', row: { id: 'w1' } }, revisionLine({ ...record, hash }), versionLine(record, version)].map(
    (line) => JSON.stringify(line),
  );
  const digest = lineDigest(sha256);
  for (const line of lines) await digest.add(line);
  const end = { lines: 5, head: { revision: 1, hash }, digest: await digest.end() };
  return [...lines, JSON.stringify({ end })].map((line) => `${line}\n`).join('');
}

/** A body that comes in pieces of so many bytes, cutting characters in two, and breaks off after `whole` of them. */
function inPieces(bytes: Uint8Array, size: number, whole = Infinity): Response {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= whole) return controller.error(new TypeError('network error'));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}

function apiOver(...answers: readonly Response[]) {
  const left = [...answers];
  const transport = createTransport({
    server: 'https://taizhang.example.cn',
    key: 'k',
    language: () => 'zh-CN',
    fetch: async () => left.shift() ?? Promise.reject(new TypeError('fetch failed')),
    wait: async () => undefined,
  });
  return exportApi(transport);
}

test('the file is the very bytes that came, and its head is the one to note', async () => {
  const bytes = new TextEncoder().encode(await exportText());
  const progress: { readonly bytes: number; readonly lines: number }[] = [];
  const exported = await apiOver(inPieces(bytes, 7)).exportWorkspace((now) => progress.push(now));
  expect(new Uint8Array(await exported.file.arrayBuffer())).toEqual(bytes);
  expect(exported).toMatchObject({ lines: 5, versions: 1, fault: null, head: { revision: 1, hash: await sha256(revisionText('', record, [version])) } });
  expect(progress.at(-1)).toEqual({ bytes: bytes.length, lines: 5 });
  expect(progress.length).toBeGreaterThan(5);
});

test('one that breaks off on its way is begun anew, and nothing of the broken one is left in the file', async () => {
  const bytes = new TextEncoder().encode(await exportText());
  const exported = await apiOver(inPieces(bytes, 50, 200), inPieces(bytes, 64)).exportWorkspace(() => undefined);
  expect(new Uint8Array(await exported.file.arrayBuffer())).toEqual(bytes);
  expect(exported.fault).toBeNull();
});

test('one that ends early without a complaint is not whole, and one that was changed names its revision', async () => {
  const text = await exportText();
  const cut = await apiOver(inPieces(new TextEncoder().encode(text.slice(0, text.indexOf('{"end"'))), 64)).exportWorkspace(() => undefined);
  expect(cut.fault).toEqual({ line: 5, why: 'noEnd' });
  const changed = new TextEncoder().encode(text.replace('压减', '增加'));
  expect(await apiOver(inPieces(changed, 64)).exportWorkspace(() => undefined)).toMatchObject({ fault: { broken: { revision: 1, why: 'changed' } } });
});

test('it can be cancelled, and a refusal is told as any other', async () => {
  const bytes = new TextEncoder().encode(await exportText());
  const abort = new AbortController();
  const reason = new Error('cancelled');
  await expect(apiOver(inPieces(bytes, 10)).exportWorkspace(() => abort.abort(reason), abort.signal)).rejects.toBe(reason);
  const refused = Response.json({ code: 'forbidden' }, { status: 403 });
  await expect(apiOver(refused).exportWorkspace(() => undefined)).rejects.toMatchObject(new ApiError('forbidden', 403));
});
