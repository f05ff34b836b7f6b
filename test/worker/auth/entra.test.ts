import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_NAME } from '../../../shared/contract/keys.ts';
import { entra, type Entra } from '../../../worker/auth/entra.ts';
import { Refusal } from '../../../worker/refusal.ts';
import { forgeriesOf, NOW, startParties, startTwins, type Parties } from '../support/forgeries.ts';
import { CLIENT, GROUP, Issuer, OTHER_TENANT, PERSON, TENANT, type Json } from '../support/issuer.ts';

const SECONDS = NOW.getTime() / 1_000;
const DAY = 86_400;
const UNKNOWN = { code: 'credentialUnknown', params: {} };

const parties = {} as Parties;
let signIn: Entra;

beforeAll(async () => {
  Object.assign(parties, await startParties());
});
beforeEach(() => {
  signIn = parties.issuer.entra();
});
afterEach(() => vi.useRealTimers());

/** The account of a true token with these claims changed. */
const accountWith = async (claims: Json) => signIn.verify(await parties.issuer.token(NOW, claims), NOW);

async function refusalOf(token: string, of = signIn, now = NOW): Promise<Pick<Refusal, 'code' | 'params'>> {
  const error: unknown = await of.verify(token, now).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw error;
  return { code: error.code, params: error.params };
}

const refusalWith = async (claims: Json) => refusalOf(await parties.issuer.token(NOW, claims));

describe('sign-in offers the pane', () => {
  const config = { authority: 'https://login.microsoftonline.com', clientId: CLIENT, audience: OTHER_TENANT } as const;

  test('the tenant’s own page where there is one, the permission of the audience, and the client', () => {
    expect(entra({ ...config, tenants: [TENANT] }).offer).toEqual({
      authority: `https://login.microsoftonline.com/${TENANT}`,
      clientId: CLIENT,
      scope: `api://${OTHER_TENANT}/access_as_user`,
    });
  });

  test('the page of all organizations where there are several', () => {
    const { offer, tenants } = entra({ ...config, tenants: [TENANT, OTHER_TENANT] });
    expect(offer.authority).toBe('https://login.microsoftonline.com/organizations');
    expect(tenants).toEqual(new Set([TENANT, OTHER_TENANT]));
  });
});

describe('a true token', () => {
  test('tells tenant, person and end', async () => {
    expect(await accountWith({})).toEqual({ tenant: TENANT, object: PERSON, groups: [], name: '张三', expiresAt: '2026-11-26T03:00:00.000Z' });
  });

  test('is taken from every tenant that may sign in', async () => {
    const { issuer } = parties;
    const both = issuer.entra([TENANT, OTHER_TENANT]);
    for (const tenant of [TENANT, OTHER_TENANT]) {
      expect(await both.verify(await issuer.key.sign(issuer.header(), issuer.claims(NOW, tenant)), NOW)).toMatchObject({ tenant });
    }
  });

  test('is read whatever letters of base64url it is written in', async () => {
    const claims = { ...parties.issuer.claims(NOW), name: '>>>>>>>???????' };
    const token = await parties.issuer.key.sign(parties.issuer.header(), claims);
    const written = token.split('.')[1] ?? '';
    expect([written.split('-').length > 2, written.split('_').length > 2]).toEqual([true, true]);
    expect((await signIn.verify(token, NOW)).name).toBe('>>>>>>>???????');
  });

  test.each<[string, Json, string]>([
    ['the name', { name: ' 张三 ' }, '张三'],
    ['else the user name', { name: undefined }, 'zhangsan@district.example'],
    ['the user name for a blank name', { name: ' ' }, 'zhangsan@district.example'],
    ['the user name for a name that is none', { name: 7 }, 'zhangsan@district.example'],
    ['else the object id', { name: '', preferred_username: ' ' }, PERSON],
    ['no more of a name than fits', { name: '长'.repeat(MAX_NAME + 1) }, '长'.repeat(MAX_NAME)],
  ])('names the account: %s', async (_, claims, name) => {
    expect((await accountWith(claims)).name).toBe(name);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['ids', [GROUP, OTHER_TENANT], [GROUP, OTHER_TENANT]],
    ['only the ids of a list', [GROUP, '全体', 7, { id: GROUP }, [GROUP], null, `${GROUP}0`], [GROUP]],
    ['none of what is no list', GROUP, []],
  ])('names groups: %s', async (_, groups, found) => {
    expect((await accountWith({ groups })).groups).toEqual(found);
  });

  test('may grant more than what is asked for', async () => {
    expect((await accountWith({ scp: 'openid access_as_user profile' })).object).toBe(PERSON);
  });
});

describe('the times of a token', () => {
  const endedAt = (ago: number): Json => ({ iat: SECONDS - 3_600, nbf: SECONDS - 3_600, exp: SECONDS - ago });

  test('may be up to a minute off by our clock', async () => {
    expect((await accountWith(endedAt(59))).expiresAt).toBe('2026-11-26T01:59:01.000Z');
    expect((await accountWith({ iat: SECONDS + 59, nbf: SECONDS + 59 })).object).toBe(PERSON);
    expect(await refusalWith({ nbf: SECONDS + 61 })).toEqual(UNKNOWN);
    expect(await refusalWith({ iat: SECONDS + 61 })).toEqual(UNKNOWN);
  });

  test('that have ended are told, so that the pane asks for a new one', async () => {
    expect(await refusalWith(endedAt(61))).toEqual({ code: 'credentialExpired', params: { expiresAt: '2026-11-26T01:58:59.000Z' } });
  });

  test('last a day at most; what was made earlier is no token of ours, ended or not', async () => {
    expect((await accountWith({ exp: SECONDS + DAY })).expiresAt).toBe('2026-11-27T02:00:00.000Z');
    expect(await refusalWith({ exp: SECONDS + DAY + 1 })).toEqual(UNKNOWN);
    expect((await accountWith({ iat: SECONDS - DAY, nbf: SECONDS - DAY })).object).toBe(PERSON);
    expect(await refusalWith({ iat: SECONDS - DAY - 61, nbf: SECONDS - DAY - 61 })).toEqual(UNKNOWN);
  });
});

test.each(Object.entries(forgeriesOf(parties)))('refused without a word about what is wrong: %s', async (_, forge) => {
  expect(await refusalOf(await forge())).toEqual(UNKNOWN);
});

test('refused: a token of an issuer with two keys under one name', async () => {
  const twins = await startTwins(parties);
  expect(await refusalOf(await twins.token(NOW), twins.entra())).toEqual(UNKNOWN);
});

test.each(['', 'x', 'eyJ', 'a.b', '.', 'a.%%%.c', `a.${btoa('no JSON')}.c`, `a.${btoa('null')}.c`, `a.${btoa('{"tid":7}')}.c`, `a.${btoa('{"tid":""}')}.c`])(
  'refused: %o, which is no token',
  async (token) => {
    expect(await refusalOf(token)).toEqual(UNKNOWN);
  },
);

describe('the keys of an issuer', () => {
  test('are asked for where each tenant publishes them, when first needed, and looked at again after a day', async () => {
    const issuer = await Issuer.start();
    const own = issuer.entra();
    expect(await issuer.fetches()).toBe(0);
    const token = await issuer.token(NOW);
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Date.now();
    for (const [hours, fetches] of [
      [0, 1],
      [23, 1],
      [25, 2],
    ] as const) {
      vi.setSystemTime(start + hours * 3_600_000);
      await own.verify(token, NOW);
      expect(await issuer.fetches()).toBe(fetches);
    }
  });

  test('that cannot be had are no fault of the token: signing in is not available', async () => {
    const issuer = await Issuer.start();
    const token = await issuer.token(NOW);
    await issuer.goDown();
    expect(await refusalOf(token, issuer.entra())).toEqual({ code: 'signInUnavailable', params: {} });
  });

  test('that are not keys are none', async () => {
    const issuer = await Issuer.start();
    await fetch(issuer.authority, { method: 'PUT', body: '<html>' });
    expect(await refusalOf(await issuer.token(NOW), issuer.entra())).toEqual({ code: 'signInUnavailable', params: {} });
  });
});
