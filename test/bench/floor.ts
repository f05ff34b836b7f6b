import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Cell } from '../../shared/cell.ts';

/** The least a push could cost: `node:http` and an in-process SQLite that upserts the rows as they come. */
export async function startFloor(dataDir: string): Promise<{ url: string; empty(): void; stop(): Promise<void> }> {
  const database = new DatabaseSync(join(dataDir, 'floor.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (id TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  const upsert = database.prepare(
    'INSERT INTO entry (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content WHERE content <> excluded.content',
  );
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { rows } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { rows: Cell[][] };
      database.exec('BEGIN');
      for (const [id, ...cells] of rows) upsert.run(String(id), JSON.stringify(cells));
      database.exec('COMMIT');
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ count: rows.length }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    empty: () => database.exec('DELETE FROM entry'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}
