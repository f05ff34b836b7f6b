import { base64url, CLIENT, Issuer, OTHER_TENANT, PERSON, SigningKey, TENANT, type Json } from './issuer.ts';

/** When every forged token is sent. */
export const NOW = new Date('2026-11-26T02:00:00.000Z');
const SECONDS = NOW.getTime() / 1_000;
const HOUR = 3_600;

/** Whose keys a forger has to do with: the issuer, another cloud's, and a key of the forger's own under the issuer's name for it. */
export interface Parties {
  readonly issuer: Issuer;
  readonly otherCloud: Issuer;
  readonly stranger: SigningKey;
}

export async function startParties(): Promise<Parties> {
  const [issuer, otherCloud, stranger] = await Promise.all([Issuer.start(), Issuer.start(), SigningKey.make('key-1')]);
  return { issuer, otherCloud, stranger };
}

const encoded = (part: Json | string): string => base64url(typeof part === 'string' ? part : JSON.stringify(part));

/** A text with one of its characters replaced by another of the alphabet. */
const flipped = (text: string, at: number): string => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

/**
 * Every way of forging a token that is known to have worked against somebody, by what is wrong with it: each differs from a true one in nothing else. `parties`
 * are asked for when a token is forged, not before.
 */
export function forgeriesOf(parties: Parties): Readonly<Record<string, () => Promise<string>>> {
  const claimed = async (claims: Json): Promise<string> => parties.issuer.token(NOW, claims);
  const headed = async (header: Json, key = parties.issuer.key): Promise<string> =>
    key.sign({ ...parties.issuer.header(), ...header }, parties.issuer.claims(NOW));
  const without = async (...names: readonly string[]): Promise<string> =>
    parties.issuer.key.sign(parties.issuer.header(), Object.fromEntries(Object.entries(parties.issuer.claims(NOW)).filter(([name]) => !names.includes(name))));

  async function hmac(secret: string, header: Json = {}): Promise<string> {
    const input = `${encoded({ ...parties.issuer.header(), alg: 'HS256', ...header })}.${encoded(parties.issuer.claims(NOW))}`;
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return `${input}.${base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input))))}`;
  }

  async function parts(): Promise<[string, string, string]> {
    const [header = '', claims = '', signature = ''] = (await parties.issuer.token(NOW)).split('.');
    return [header, claims, signature];
  }

  return {
    'alg none, no signature': async () => `${encoded({ ...parties.issuer.header(), alg: 'none' })}.${encoded(parties.issuer.claims(NOW))}.`,
    'alg None, the signature of another': async () => `${encoded({ ...parties.issuer.header(), alg: 'None' })}.${(await parts())[1]}.${(await parts())[2]}`,
    'alg nOnE, no kid': async () => `${encoded({ alg: 'nOnE' })}.${encoded(parties.issuer.claims(NOW))}.`,
    'no alg': async () => headed({ alg: undefined }),
    'alg in another case': async () => headed({ alg: 'rs256' }),
    'alg as a list': async () => headed({ alg: ['RS256'] }),
    'alg RS512 over an RS256 signature': async () => headed({ alg: 'RS512' }),
    'alg PS256 over an RS256 signature': async () => headed({ alg: 'PS256' }),
    'alg ES256': async () => headed({ alg: 'ES256' }),
    'HS256 with the public key as PEM': async () => hmac(await parties.issuer.key.pem()),
    'HS256 with the public key as JWK': async () => hmac(JSON.stringify(parties.issuer.key.publicJwk)),
    'HS256 with the modulus': async () => hmac(String(parties.issuer.key.publicJwk['n'])),
    'HS256 with an empty-looking secret': async () => hmac(' '),
    'signed by another key under the same kid': async () => headed({}, parties.stranger),
    'an unknown kid': async () => headed({ kid: 'key-2' }, parties.stranger),
    'no kid': async () => headed({ kid: undefined }),
    'an empty kid': async () => headed({ kid: '' }),
    'a kid that is a path': async () => headed({ kid: '../../../../dev/null' }, parties.stranger),
    'a kid that is SQL': async () => headed({ kid: "x' UNION SELECT 'secret" }, parties.stranger),
    'a kid that is a number': async () => headed({ kid: 1 }, parties.stranger),
    'a kid that is __proto__': async () => headed({ kid: '__proto__' }, parties.stranger),
    'an embedded key': async () => headed({ jwk: parties.stranger.publicJwk }, parties.stranger),
    'an embedded key and no kid': async () => headed({ jwk: parties.stranger.publicJwk, kid: undefined }, parties.stranger),
    'jku to a key set of its own': async () => headed({ jku: `${parties.otherCloud.authority}/${TENANT}/discovery/v2.0/keys` }, parties.stranger),
    'x5u to a certificate of its own': async () => headed({ x5u: `${parties.otherCloud.authority}/cert.pem` }, parties.stranger),
    'x5c with a certificate of its own': async () => headed({ x5c: [btoa('not a certificate')] }, parties.stranger),
    'a critical header nobody knows': async () => headed({ crit: ['x'], x: 1 }),
    'an unencoded payload (b64 false)': async () => headed({ crit: ['b64'], b64: false }),
    'aud of another application': async () => claimed({ aud: OTHER_TENANT }),
    'aud of Microsoft Graph': async () => claimed({ aud: '00000003-0000-0000-c000-000000000000' }),
    'aud as a list without ours': async () => claimed({ aud: [OTHER_TENANT, 'api://other'] }),
    'aud that begins with ours': async () => claimed({ aud: `${CLIENT}0` }),
    'no aud': async () => without('aud'),
    'iss of another tenant': async () => claimed({ iss: `${parties.issuer.authority}/${OTHER_TENANT}/v2.0` }),
    'iss without the version': async () => claimed({ iss: `${parties.issuer.authority}/${TENANT}/` }),
    'iss that begins with ours': async () => claimed({ iss: `${parties.issuer.authority}/${TENANT}/v2.0/` }),
    'iss as a list': async () => claimed({ iss: [`${parties.issuer.authority}/${TENANT}/v2.0`, 'x'] }),
    'no iss': async () => without('iss'),
    'a tenant that may not sign in, all its own': async () => parties.issuer.key.sign(parties.issuer.header(), parties.issuer.claims(NOW, OTHER_TENANT)),
    'tid of another tenant under our iss': async () => claimed({ tid: OTHER_TENANT }),
    'tid in capitals': async () => claimed({ tid: TENANT.toUpperCase() }),
    'tid that is a path': async () => claimed({ tid: `../${TENANT}` }),
    'no tid': async () => without('tid'),
    'no oid': async () => without('oid'),
    'oid that is no id': async () => claimed({ oid: 'zhangsan@district.example' }),
    'oid as a list': async () => claimed({ oid: [PERSON] }),
    'sub and name of another, no oid': async () =>
      parties.issuer.key.sign(parties.issuer.header(), { ...parties.issuer.claims(NOW), oid: undefined, sub: PERSON }),
    'no scp': async () => without('scp'),
    'an application’s own token: roles, no scp': async () =>
      parties.issuer.key.sign(parties.issuer.header(), { ...parties.issuer.claims(NOW), scp: undefined, roles: ['access_as_user'] }),
    'scp for something else': async () => claimed({ scp: 'User.Read' }),
    'scp that begins with ours': async () => claimed({ scp: 'access_as_user2 openid' }),
    'scp as a list': async () => claimed({ scp: ['access_as_user'] }),
    'an ID token': async () => parties.issuer.key.sign(parties.issuer.header(), { ...parties.issuer.claims(NOW), scp: undefined, nonce: 'x' }),
    'no exp': async () => without('exp'),
    'exp as a text': async () => claimed({ exp: String(SECONDS + HOUR) }),
    'exp beyond numbers': async () =>
      parties.issuer.key.sign(parties.issuer.header(), JSON.stringify(parties.issuer.claims(NOW)).replace(/"exp":\d+/, '"exp":1e999')),
    'exp in a thousand years': async () => claimed({ exp: SECONDS + 31_536_000_000 }),
    'exp null': async () => claimed({ exp: null }),
    'nbf in the future': async () => claimed({ nbf: SECONDS + HOUR }),
    'nbf as a text': async () => claimed({ nbf: 'now' }),
    'made long ago, not ended': async () => claimed({ iat: SECONDS - 30 * 24 * HOUR, nbf: SECONDS - 30 * 24 * HOUR, exp: SECONDS + 365 * 24 * HOUR }),
    'made in the future': async () => claimed({ iat: SECONDS + HOUR, exp: SECONDS + 2 * HOUR }),
    'no iat': async () => without('iat'),
    'of the other cloud, signed there': async () => parties.otherCloud.token(NOW),
    'of the other cloud, saying it is of ours': async () => parties.otherCloud.key.sign(parties.issuer.header(), parties.issuer.claims(NOW)),
    'of our cloud, saying it is of the other': async () => claimed({ iss: `${parties.otherCloud.authority}/${TENANT}/v2.0` }),
    'without its signature': async () => (await parts()).slice(0, 2).join('.'),
    'with an empty signature': async () => `${(await parts()).slice(0, 2).join('.')}.`,
    'with half a signature': async () => (await parties.issuer.token(NOW)).slice(0, -171),
    'one character of the signature changed': async () => {
      const [header, claims, signature] = await parts();
      return `${header}.${claims}.${flipped(signature, 40)}`;
    },
    'one character of the claims changed': async () => {
      const [header, claims, signature] = await parts();
      return `${header}.${flipped(claims, 12)}.${signature}`;
    },
    'the role of an admin written in afterwards': async () => {
      const [header, , signature] = await parts();
      return `${header}.${encoded({ ...parties.issuer.claims(NOW), oid: OTHER_TENANT })}.${signature}`;
    },
    'claims that are no JSON': async () => parties.issuer.key.sign(parties.issuer.header(), '{"tid"'),
    'claims that are a list': async () => parties.issuer.key.sign(parties.issuer.header(), '[]'),
    'claims that are null': async () => parties.issuer.key.sign(parties.issuer.header(), 'null'),
    'tid twice, the last of another': async () =>
      parties.issuer.key.sign(parties.issuer.header(), `${JSON.stringify(parties.issuer.claims(NOW)).slice(0, -1)},"tid":"${OTHER_TENANT}"}`),
    'five parts, as if encrypted': async () => `${await parties.issuer.token(NOW)}.x.y`,
    'a true one with a space in it': async () => (await parties.issuer.token(NOW)).replace('.', '. '),
    'a true one twice': async () => `${await parties.issuer.token(NOW)},${await parties.issuer.token(NOW)}`,
  };
}

/** An issuer that publishes two keys under one name: none of its tokens tells which it was signed with. */
export async function startTwins({ stranger }: Parties): Promise<Issuer> {
  const twins = await Issuer.start();
  await twins.publish(stranger, twins.key);
  return twins;
}
