import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgeriesOf, NOW, startParties, startTwins, type Parties } from './support/forgeries.ts';
import { PERSON, TENANT } from './support/issuer.ts';
import { putMember } from './support/members.ts';
import { startServer, type Server } from './support/server.ts';

const parties = {} as Parties;
const forgeries: Readonly<Record<string, () => Promise<string>>> = {
  ...forgeriesOf(parties),
  'two keys under one kid': async () => {
    const twins = await startTwins(parties);
    server = startServer({ now: () => NOW, entra: twins.entra() });
    return twins.token(NOW);
  },
};
let server: Server;

beforeAll(async () => {
  Object.assign(parties, await startParties());
});
beforeEach(async () => {
  server = startServer({ now: () => NOW, entra: parties.issuer.entra() });
  await putMember(server, { tenant: TENANT, object: PERSON }, { kind: 'person', name: '张三', role: 'admin' });
});

const refused: string[] = [];
afterAll(() => console.log(`forged tokens: ${refused.length} of ${Object.keys(forgeries).length} kinds refused`));

test('a true token opens', async () => {
  expect(await server.get('/v1/me', await parties.issuer.token(NOW))).toMatchObject({ status: 200, body: { role: 'admin', credential: { name: '张三' } } });
});

test.each(Object.entries(forgeries))('refused: %s', async (name, forge) => {
  const token = await forge();
  const { status, body } = await server.refused('/v1/me', { key: token });
  const { requestId: _id, ...said } = body;
  expect(status).toBe(401);
  expect(said).toEqual({
    type: 'urn:taizhang:problem:credentialUnknown',
    title: 'credentialUnknown',
    status: 401,
    detail: said.detail,
    code: 'credentialUnknown',
    params: {},
  });
  const nonsense = await server.refused('/v1/me', { key: 'nonsense' });
  expect(said.detail).toBe(nonsense.body.detail); // a forger learns what anyone with a wrong key does
  expect(JSON.stringify(server.lines)).not.toContain(token.slice(0, 60));
  refused.push(name);
});
