import { describe, expect, test } from 'vitest';
import { entraConfigOf } from '../../../worker/auth/entra-config.ts';
import type { Env } from '../../../worker/env.ts';
import { CLIENT, OTHER_TENANT, TENANT } from '../support/issuer.ts';

describe('the configuration', () => {
  const of = (vars: Partial<Env>) => entraConfigOf(vars as Env);
  const full = {
    ENTRA_AUTHORITY: 'https://login.partner.microsoftonline.cn/',
    ENTRA_CLIENT_ID: CLIENT.toUpperCase(),
    ENTRA_TENANTS: `${TENANT}, ${OTHER_TENANT}`,
  };

  test('of either cloud', () => {
    expect(of(full)).toEqual({
      config: { authority: 'https://login.partner.microsoftonline.cn', clientId: CLIENT, audience: CLIENT, tenants: [TENANT, OTHER_TENANT] },
      wrong: [],
    });
    expect(of({ ...full, ENTRA_AUTHORITY: 'https://login.microsoftonline.com', ENTRA_AUDIENCE: OTHER_TENANT }).config).toMatchObject({
      authority: 'https://login.microsoftonline.com',
      audience: OTHER_TENANT,
    });
  });

  test.each([
    ['nothing', {}, []],
    ['no client id', { ...full, ENTRA_CLIENT_ID: ' ' }, []],
    ['a client id that is none', { ...full, ENTRA_CLIENT_ID: 'taizhang' }, ['ENTRA_CLIENT_ID', 'ENTRA_AUDIENCE']],
    ['no tenant', { ...full, ENTRA_TENANTS: '' }, ['ENTRA_TENANTS']],
    ['any tenant', { ...full, ENTRA_TENANTS: 'common' }, ['ENTRA_TENANTS']],
    ['one tenant of two that is none', { ...full, ENTRA_TENANTS: `${TENANT},organizations` }, ['ENTRA_TENANTS']],
    ['keys over plain http', { ...full, ENTRA_AUTHORITY: 'http://login.microsoftonline.com' }, ['ENTRA_AUTHORITY']],
    ['no authority', { ...full, ENTRA_AUTHORITY: '' }, ['ENTRA_AUTHORITY']],
    ['an authority that is no web address', { ...full, ENTRA_AUTHORITY: 'ftp://localhost' }, ['ENTRA_AUTHORITY']],
    ['an authority with a query', { ...full, ENTRA_AUTHORITY: 'https://login.microsoftonline.com?x=1' }, ['ENTRA_AUTHORITY']],
    ['an authority with a fragment', { ...full, ENTRA_AUTHORITY: 'https://login.microsoftonline.com#x' }, ['ENTRA_AUTHORITY']],
    ['an audience that is none', { ...full, ENTRA_AUDIENCE: 'api://taizhang' }, ['ENTRA_AUDIENCE']],
    ['everything but the client id unset', { ENTRA_CLIENT_ID: CLIENT }, ['ENTRA_AUTHORITY', 'ENTRA_TENANTS']],
  ])('with %s leaves sign-in off', (_, vars, wrong) => {
    expect(of(vars)).toEqual({ config: null, wrong });
  });

  test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])('may fetch keys over plain http from this machine: %s', (authority) => {
    expect(of({ ...full, ENTRA_AUTHORITY: authority })).toMatchObject({ config: { authority }, wrong: [] });
  });

  test.each([
    [
      'spaces around every value, slashes after the authority',
      { ENTRA_AUTHORITY: ' https://login.microsoftonline.com// ', ENTRA_CLIENT_ID: ` ${CLIENT} `, ENTRA_TENANTS: ` ${TENANT} ` },
    ],
    ['capitals', { ENTRA_AUTHORITY: 'https://login.microsoftonline.com', ENTRA_CLIENT_ID: CLIENT.toUpperCase(), ENTRA_TENANTS: TENANT.toUpperCase() }],
    ['a blank audience', { ENTRA_AUTHORITY: 'https://login.microsoftonline.com', ENTRA_CLIENT_ID: CLIENT, ENTRA_AUDIENCE: ' ', ENTRA_TENANTS: TENANT }],
    [
      'the same audience in capitals',
      { ENTRA_AUTHORITY: 'https://login.microsoftonline.com', ENTRA_CLIENT_ID: CLIENT, ENTRA_AUDIENCE: CLIENT.toUpperCase(), ENTRA_TENANTS: TENANT },
    ],
    ['a comma too many', { ENTRA_AUTHORITY: 'https://login.microsoftonline.com', ENTRA_CLIENT_ID: CLIENT, ENTRA_TENANTS: `,${TENANT},,` }],
  ])('is the same with %s', (_, vars) => {
    expect(of(vars)).toEqual({
      config: { authority: 'https://login.microsoftonline.com', clientId: CLIENT, audience: CLIENT, tenants: [TENANT] },
      wrong: [],
    });
  });

  test.each([', ', ' ', ',', '\n', ' ,\t', ',,'])('takes tenants with %j between them', (between) => {
    expect(of({ ...full, ENTRA_TENANTS: `${TENANT}${between}${OTHER_TENANT}` }).config?.tenants).toEqual([TENANT, OTHER_TENANT]);
  });
});
