import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The key endpoints of OpenID issuers on this machine, as many as are asked for: `PUT /{name}` sets the key set served at
 * `/{name}/{tenant}/discovery/v2.0/keys`, `DELETE /{name}` takes it off the net, `GET /{name}` tells how often keys were asked for. Private keys stay with
 * the test.
 */
export async function startIssuers(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const sets = new Map<string, string>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const [name = '', ...rest] = (request.url ?? '').slice(1).split('/');
    if (rest.length === 0 && request.method === 'PUT') {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => (sets.set(name, text), response.end()));
    } else if (rest.length === 0 && request.method === 'DELETE') {
      sets.delete(name);
      response.end();
    } else if (rest.length === 0) {
      response.end(String(asked.get(name) ?? 0));
    } else {
      asked.set(name, (asked.get(name) ?? 0) + 1);
      const set = sets.get(name);
      if (set === undefined || !rest.join('/').endsWith('/discovery/v2.0/keys')) request.socket.destroy();
      else response.setHeader('Content-Type', 'application/json').end(set);
    }
  });
  server.keepAliveTimeout = 0; // a connection closed after a while would fail whoever is about to use it again
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
