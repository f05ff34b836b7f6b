import type { Hono } from 'hono';
import { readHead } from '../../shared/audit/chain.ts';
import { NDJSON } from '../../shared/contract/endpoints/endpoint.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { exportWorkspace } from '../usecases/export-workspace.ts';
import { verifyHistory } from '../usecases/verify-history.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

export function auditRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.verify, async ({ principal, query, note }) => {
    const { head, versions, broken } = await verifyHistory(deps, principal, query.head === undefined ? null : readHead(query.head));
    note({ head, broken });
    return { ok: broken === null, head, versions, ...(broken !== null && { broken }) };
  });

  guarded(app, deps, endpoints.export, async ({ principal }) => streamOf(exportWorkspace(deps, principal)));
}

/** Lines sent at once: each for itself would be a thousand small packets. */
const LINES_AT_ONCE = 200;

/** The lines as NDJSON, made as they are taken. */
function streamOf(lines: AsyncIterable<string>): Response {
  const encoder = new TextEncoder();
  const source = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = '';
      for (let taken = 0; taken < LINES_AT_ONCE; taken += 1) {
        const { done, value } = await source.next();
        if (done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += `${value}\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(body, { headers: { 'Content-Type': NDJSON, 'Content-Disposition': 'attachment; filename="export.ndjson"' } });
}
