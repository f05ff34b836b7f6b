import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWorkAccount } from '../../../addin/account/work-account.ts';
import type { SignInOffice } from '../../../addin/account/work-account.ts';

const office: SignInOffice = { handsOutTokens: () => false, askInDialog: () => Promise.resolve(null) };

let server: Server;
let origin: string;
let isBroken: boolean;
let asked: number;

beforeEach(async () => {
  vi.stubGlobal('window', globalThis);
  isBroken = true;
  asked = 0;
  server = createServer((_, answer) => {
    asked += 1;
    answer.writeHead(isBroken ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(isBroken ? {} : { entra: null }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await new Promise((resolve) => void server.close(resolve));
});

test('a server that failed once is asked again by whoever needs a token next', async () => {
  const account = createWorkAccount(origin, office);
  await expect(account.token()).rejects.toMatchObject({ status: 500 });
  isBroken = false;
  await expect(account.token()).rejects.toMatchObject({ code: 'signInNeeded' });
  expect(asked).toBe(2);
});

test('an answer is kept, and several who ask at once share one request', async () => {
  isBroken = false;
  const account = createWorkAccount(origin, office);
  expect(await Promise.all([account.offer(), account.offer()])).toEqual([null, null]);
  expect(await account.offer()).toBeNull();
  expect(asked).toBe(1);
});
