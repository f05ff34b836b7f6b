import { OBJECT_ID_PATTERN } from '../../shared/contract/members.ts';
import type { Env } from '../env.ts';
import { isLocalhost } from './keys.ts';

/** Which accounts may sign in, and where they do. */
export interface EntraConfig {
  /** Scheme and host of Entra ID: login.microsoftonline.com worldwide, login.partner.microsoftonline.cn for 21Vianet in China. */
  readonly authority: string;
  /** The application's id, as the pane signs in with it. */
  readonly clientId: string;
  /** The application id tokens must be made for. */
  readonly audience: string;
  /** Tenant ids, at least one. */
  readonly tenants: readonly [string, ...string[]];
}

/**
 * The configuration in the variables: null when no ENTRA_CLIENT_ID is set, which turns sign-in off. What is set wrong is told by the variable's name, and
 * sign-in stays off: half of it right would be worse.
 */
export function entraConfigOf(env: Env): { readonly config: EntraConfig | null; readonly wrong: readonly (keyof Env)[] } {
  const textOf = (name: 'ENTRA_AUTHORITY' | 'ENTRA_CLIENT_ID' | 'ENTRA_AUDIENCE' | 'ENTRA_TENANTS'): string => (env[name] ?? '').trim();
  const clientId = textOf('ENTRA_CLIENT_ID').toLowerCase();
  if (clientId === '') return { config: null, wrong: [] };
  const authority = textOf('ENTRA_AUTHORITY').replace(/\/+$/, '');
  const audience = textOf('ENTRA_AUDIENCE').toLowerCase() || clientId;
  const [first, ...others] = textOf('ENTRA_TENANTS').toLowerCase().split(/[\s,]/).filter(Boolean);
  const wrong: (keyof Env)[] = [];
  if (!OBJECT_ID_PATTERN.test(clientId)) wrong.push('ENTRA_CLIENT_ID');
  if (!isAuthority(authority)) wrong.push('ENTRA_AUTHORITY');
  if (!OBJECT_ID_PATTERN.test(audience)) wrong.push('ENTRA_AUDIENCE');
  if (first === undefined || ![first, ...others].every((tenant) => OBJECT_ID_PATTERN.test(tenant))) return { config: null, wrong: [...wrong, 'ENTRA_TENANTS'] };
  return { config: wrong.length === 0 ? { authority, clientId, audience, tenants: [first, ...others] } : null, wrong };
}

/** Keys fetched over plain http could be anybody's, except from this very machine. */
function isAuthority(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && isLocalhost(hostname)));
}
