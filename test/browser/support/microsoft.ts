import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BrowserContext, Route } from 'playwright-core';
import { startIssuers } from '../../issuer/server.ts';
import { atEnd } from './at-end.ts';

const LOGIN = 'https://login.microsoftonline.com';
const CLIENT = 'c0ffee00-1111-4222-8333-444455556666';
export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const PERSON = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/**
 * Microsoft's sign-in as a browser sees it, played in the browser's network: a page to sign in on and a token endpoint that insists on PKCE. Its tokens
 * are real ones, signed with a key that the worker fetches from `authority`.
 */
export class Microsoft {
  readonly authority: string;
  /** What was asked of the token endpoint. */
  readonly grants: string[] = [];
  readonly #challenges = new Map<string, { readonly challenge: string; readonly nonce: string }>();
  readonly #key: CryptoKey;

  private constructor(authority: string, key: CryptoKey) {
    this.authority = authority;
    this.#key = key;
  }

  /** With an issuer of its own, until the tests of the file are over. */
  static async start(): Promise<Microsoft> {
    const issuers = await startIssuers();
    atEnd(async () => issuers.stop());
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const authority = `${issuers.address}/${randomUUID()}`;
    await fetch(authority, { method: 'PUT', body: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig' }] }) });
    return new Microsoft(authority, privateKey);
  }

  /** What a worker that takes this Microsoft's accounts is told. */
  get vars(): Readonly<Record<string, string>> {
    return { ENTRA_AUTHORITY: this.authority, ENTRA_CLIENT_ID: CLIENT, ENTRA_TENANTS: TENANT };
  }

  /** Answers for Microsoft in a browser, and has the server name Microsoft where it names `authority`. */
  async playIn(context: BrowserContext): Promise<void> {
    const offer = { authority: `${LOGIN}/${TENANT}`, clientId: CLIENT, scope: `api://${CLIENT}/access_as_user` };
    await context.route('**/v1/sign-in', (route) => route.fulfill({ json: { entra: offer } }));
    await context.route(`${LOGIN}/**`, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/oauth2/v2.0/authorize')) return route.fulfill({ contentType: 'text/html', body: this.#signInPage(url.searchParams) });
    const json = url.pathname.endsWith('/oauth2/v2.0/token') ? await this.#tokens(new URLSearchParams(route.request().postData() ?? '')) : this.#metadata();
    return route.fulfill({ json, headers: { 'Access-Control-Allow-Origin': '*' } });
  }

  #signInPage(asked: URLSearchParams): string {
    const code = randomUUID();
    this.#challenges.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' });
    const back = `${asked.get('redirect_uri')}#${new URLSearchParams({ code, state: asked.get('state') ?? '', client_info: clientInfo() }).toString()}`;
    return `<!doctype html><meta charset="utf-8"><title>Microsoft</title><a href="${back.replaceAll('&', '&amp;')}">张三</a>`;
  }

  async #tokens(form: URLSearchParams): Promise<object> {
    this.grants.push(form.get('grant_type') ?? '');
    const { challenge, nonce } = this.#challenges.get(form.get('code') ?? '') ?? { challenge: null, nonce: '' };
    const proven = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('grant_type') === 'authorization_code' && proven !== challenge) return { error: 'invalid_grant', error_description: 'PKCE' };
    return {
      token_type: 'Bearer',
      scope: form.get('scope'),
      expires_in: 3_600,
      ext_expires_in: 3_600,
      access_token: await this.accessToken(),
      id_token: await this.#signed({ aud: CLIENT, nonce }),
      refresh_token: randomUUID(),
      client_info: clientInfo(),
    };
  }

  /** A token of the person's for our API, as the pane gets it. */
  accessToken(): Promise<string> {
    return this.#signed({ aud: CLIENT, scp: 'access_as_user' });
  }

  #signed(claims: Readonly<Record<string, string>>): Promise<string> {
    return new SignJWT({ ...claims, tid: TENANT, oid: PERSON, sub: 'zhangsan', name: '张三', preferred_username: 'zhangsan@district.example', ver: '2.0' })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
      .setIssuer(`${this.authority}/${TENANT}/v2.0`)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime('1h')
      .sign(this.#key);
  }

  /** What Microsoft's library looks up of an authority. */
  #metadata(): object {
    const of = `${LOGIN}/${TENANT}`;
    return {
      tenant_discovery_endpoint: `${of}/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases: ['login.microsoftonline.com'] }],
      authorization_endpoint: `${of}/oauth2/v2.0/authorize`,
      token_endpoint: `${of}/oauth2/v2.0/token`,
      end_session_endpoint: `${of}/oauth2/v2.0/logout`,
      jwks_uri: `${of}/discovery/v2.0/keys`,
      issuer: `${of}/v2.0`,
    };
  }
}

function clientInfo(): string {
  return Buffer.from(JSON.stringify({ uid: PERSON, utid: TENANT })).toString('base64url');
}
