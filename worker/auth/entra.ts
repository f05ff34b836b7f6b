import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { MAX_NAME } from '../../shared/contract/keys.ts';
import { OBJECT_ID_PATTERN, type SignInAnswer } from '../../shared/contract/members.ts';
import { Refusal } from '../refusal.ts';
import type { EntraConfig } from './entra-config.ts';

/** The permission of our API that the pane asks for; a token without it was made for something else. */
const SCOPE = 'access_as_user';
/** Microsoft's own advice: keys are looked at again once a day. A token signed with a new key makes that happen at once. */
const KEYS_LAST_MS = 86_400_000;
/** How far Microsoft's clock and ours may be apart. */
const CLOCK_TOLERANCE = '60 s';
/** Access tokens last about an hour. One made earlier than this, or lasting longer, is none of Entra's. */
const LONGEST_SECONDS = 86_400;

/** Who a token of Entra ID was made for, once everything about it has been checked. */
export interface Account {
  /** Object ids of the tenant and of the person in it: together they name a person for good. */
  readonly tenant: string;
  readonly object: string;
  /** Object ids of the groups named in the token. */
  readonly groups: readonly string[];
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** Sign-in with work accounts. */
export interface Entra {
  /** What the pane needs to sign in; no secret. */
  readonly offer: NonNullable<SignInAnswer['entra']>;
  readonly tenants: ReadonlySet<string>;
  /**
   * The account of a token. Refuses with credentialExpired for a true token that has ended, signInUnavailable when Microsoft's keys cannot be had, and
   * credentialUnknown for anything else, without a word about what was wrong.
   */
  readonly verify: (token: string, now: Date) => Promise<Account>;
}

/** Sign-in after a configuration. Each tenant's keys are fetched when first needed and kept as long as this lives. */
export function entra({ authority, clientId, audience, tenants }: EntraConfig): Entra {
  const keysOf = new Map(
    tenants.map((tenant) => [tenant, createRemoteJWKSet(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), { cacheMaxAge: KEYS_LAST_MS })]),
  );
  return {
    offer: {
      authority: `${authority}/${tenants.length === 1 ? tenants[0] : 'organizations'}`,
      clientId,
      scope: `api://${audience}/${SCOPE}`,
    },
    tenants: new Set(tenants),
    async verify(token, now) {
      const tenant = claimedTenant(token);
      const keys = keysOf.get(tenant);
      if (keys === undefined) throw new Refusal('credentialUnknown');
      try {
        const { payload } = await jwtVerify(token, withKeyId(keys), {
          algorithms: ['RS256'],
          issuer: `${authority}/${tenant}/v2.0`,
          audience,
          requiredClaims: ['exp', 'iat', 'tid', 'oid', 'scp'],
          clockTolerance: CLOCK_TOLERANCE,
          maxTokenAge: LONGEST_SECONDS,
          currentDate: now,
        });
        return accountOf(payload, tenant, now);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

/** Entra names the key of every token. Without a name the only key of a set would do for any. */
function withKeyId(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey();
    return keys(header, token);
  };
}

/** The tenant a token says it is from, to know whose keys to check it with; blank when it says none. Nothing is believed yet. */
function claimedTenant(token: string): string {
  try {
    const payload = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { readonly tid?: unknown };
    return typeof claims.tid === 'string' ? claims.tid : '';
  } catch {
    return ''; // no base64, no JSON or null
  }
}

/** The account in claims whose signature, issuer, audience and times hold. */
function accountOf(claims: Readonly<Record<string, unknown>>, tenant: string, now: Date): Account {
  const { tid, oid, scp, exp, groups, name, preferred_username: username } = claims;
  const isGranted = typeof scp === 'string' && scp.split(' ').includes(SCOPE);
  if (tid !== tenant || typeof oid !== 'string' || !OBJECT_ID_PATTERN.test(oid) || !isGranted || !lasts(exp, now)) throw new Refusal('credentialUnknown');
  return {
    tenant,
    object: oid,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string' && OBJECT_ID_PATTERN.test(group)) : [],
    name:
      [name, username]
        .find((text): text is string => typeof text === 'string' && text.trim() !== '')
        ?.trim()
        .slice(0, MAX_NAME) ?? oid,
    expiresAt: new Date(exp * 1_000).toISOString(),
  };
}

/** Whether an end that has not come yet is one Entra could have given. */
function lasts(exp: unknown, now: Date): exp is number {
  return typeof exp === 'number' && exp <= now.getTime() / 1_000 + LONGEST_SECONDS;
}

/** Faults of the token are the caller's; whatever kept its keys from being fetched is not. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof errors.JWTExpired) return expiredOrOld(error);
  return isOfToken(error) ? new Refusal('credentialUnknown') : new Refusal('signInUnavailable');
}

/** Ended, or made too long ago: jose says both alike, but a token without a true end is no token of ours. */
function expiredOrOld({ claim, payload }: errors.JWTExpired): Refusal {
  const isEnded = claim === 'exp' && typeof payload.exp === 'number';
  return isEnded ? new Refusal('credentialExpired', { expiresAt: new Date((payload.exp ?? 0) * 1_000).toISOString() }) : new Refusal('credentialUnknown');
}

const ofToken = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function isOfToken(error: unknown): boolean {
  return ofToken.some((kind) => error instanceof kind);
}
