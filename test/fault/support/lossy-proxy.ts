import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import type { Random } from './random.ts';

/** What happens to one request on its way. */
type Fate = 'dropped' | 'answerDropped' | 'answerCut' | 'through';

/** A request that reached the server, in the order of arrival, and what the server said to it. */
export interface Arrival {
  readonly body: PushRequest;
  readonly status: number;
  readonly answer: PushAnswer;
}

/** A proxy that loses requests and answers, some of these in the middle. */
export interface LossyProxy {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  readonly counts: Readonly<Record<Fate, number>>;
  stop(): Promise<void>;
}

const DROPPED = 0.15;
/** Of the answers; one in three of these is cut in the middle instead of missing. */
const ANSWERS_LOST = 0.3;

/** Starts a proxy before `target`; what it loses follows from `random`. */
export async function startLossyProxy(target: string, random: Random): Promise<LossyProxy> {
  const arrivals: Arrival[] = [];
  const counts: Record<Fate, number> = { dropped: 0, answerDropped: 0, answerCut: 0, through: 0 };
  const fateOf = (): Fate => {
    if (random.chance(DROPPED)) return 'dropped';
    if (!random.chance(ANSWERS_LOST)) return 'through';
    return random.chance(1 / 3) ? 'answerCut' : 'answerDropped';
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fate = fateOf();
    counts[fate] += 1;
    const body = await textOf(request);
    if (fate === 'dropped') return void request.socket.destroy();
    const { method = 'GET', headers } = request;
    const forwarded = await fetch(`${target}${request.url}`, {
      method,
      body,
      headers: { 'Content-Type': 'application/json', Authorization: headers.authorization ?? '' },
    });
    const text = await forwarded.text();
    arrivals.push({ body: JSON.parse(body) as PushRequest, status: forwarded.status, answer: JSON.parse(text) as PushAnswer });
    if (fate === 'answerDropped') return void request.socket.destroy();
    response.writeHead(forwarded.status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
    if (fate === 'through') return void response.end(text);
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  }

  const server = createServer((request, response) => void pass(request, response).catch(() => request.socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    counts,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
