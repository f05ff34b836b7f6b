import { inject } from 'vitest';
import { entra, type Entra } from '../../../worker/auth/entra.ts';

export const CLIENT = 'c0ffee00-1111-4222-8333-444455556666';
export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const OTHER_TENANT = '0b9e1a52-3c4d-4e5f-8a6b-7c8d9e0f1a2b';
export const PERSON = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
export const GROUP = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';

export type Json = Readonly<Record<string, unknown>>;

const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };

/** The keys that this file of tests has not taken yet. */
const ready = [...inject('signingKeys')];

export function base64url(bytes: Uint8Array | string): string {
  const raw = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return btoa(String.fromCharCode(...raw))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** An RSA key of an issuer, under the name it publishes it by. */
export class SigningKey {
  readonly kid: string;
  readonly publicJwk: Json;
  readonly #pair: CryptoKeyPair;

  private constructor(kid: string, pair: CryptoKeyPair, publicJwk: Json) {
    this.kid = kid;
    this.publicJwk = publicJwk;
    this.#pair = pair;
  }

  static async make(kid: string): Promise<SigningKey> {
    const pair = await nextPair();
    const { n, e } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonWebKey;
    return new SigningKey(kid, pair, { kty: 'RSA', use: 'sig', kid, n, e });
  }

  /** A token with exactly this header and these claims, also such as no honest issuer would sign. */
  async sign(header: Json, claims: Json | string): Promise<string> {
    const input = `${base64url(JSON.stringify(header))}.${base64url(typeof claims === 'string' ? claims : JSON.stringify(claims))}`;
    const signature = await crypto.subtle.sign(RSA.name, this.#pair.privateKey, new TextEncoder().encode(input));
    return `${input}.${base64url(new Uint8Array(signature))}`;
  }

  async pem(): Promise<string> {
    const der = (await crypto.subtle.exportKey('spki', this.#pair.publicKey)) as ArrayBuffer;
    return `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...new Uint8Array(der))).replaceAll(/(.{64})/g, '$1\n')}\n-----END PUBLIC KEY-----\n`;
  }
}

/** A pair of keys that no other key of the file has. */
async function nextPair(): Promise<CryptoKeyPair> {
  const jwk = ready.shift();
  if (jwk === undefined) return (await crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty, n, e } = jwk;
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', jwk, RSA, true, ['sign']),
    crypto.subtle.importKey('jwk', { kty, n: n ?? '', e: e ?? '' }, RSA, true, ['verify']),
  ]);
  return { privateKey, publicKey };
}

let issuers = 0;

/** An Entra cloud of the test's own: its keys are served over HTTP on this machine, and its tokens signed with them. */
export class Issuer {
  readonly authority = `${inject('issuer')}/cloud-${(issuers += 1)}-${crypto.randomUUID()}`;
  key: SigningKey;

  private constructor(key: SigningKey) {
    this.key = key;
  }

  static async start(): Promise<Issuer> {
    const issuer = new Issuer(await SigningKey.make('key-1'));
    await issuer.publish(issuer.key);
    return issuer;
  }

  async publish(...keys: readonly SigningKey[]): Promise<void> {
    await fetch(this.authority, { method: 'PUT', body: JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) }) });
  }

  /** From now on connections are cut. */
  async goDown(): Promise<void> {
    await fetch(this.authority, { method: 'DELETE' });
  }

  /** How often the keys were fetched. */
  async fetches(): Promise<number> {
    return Number(await (await fetch(this.authority)).text());
  }

  /** Sign-in as an isolate of the worker has it. */
  entra(tenants: readonly [string, ...string[]] = [TENANT]): Entra {
    return entra({ authority: this.authority, clientId: CLIENT, audience: CLIENT, tenants });
  }

  header(): Json {
    return { typ: 'JWT', alg: 'RS256', kid: this.key.kid };
  }

  /** The claims of an access token as Entra makes them. */
  claims(now: Date, tenant = TENANT): Json {
    const seconds = Math.floor(now.getTime() / 1_000);
    return {
      aud: CLIENT,
      iss: `${this.authority}/${tenant}/v2.0`,
      iat: seconds - 60,
      nbf: seconds - 60,
      exp: seconds + 3_600,
      azp: CLIENT,
      name: '张三',
      oid: PERSON,
      preferred_username: 'zhangsan@district.example',
      scp: 'access_as_user',
      sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
      tid: tenant,
      ver: '2.0',
    };
  }

  /** A true token. */
  async token(now: Date, claims: Json = {}): Promise<string> {
    return this.key.sign(this.header(), { ...this.claims(now), ...claims });
  }
}
