import type { Context } from 'hono';
import { WORKSPACE_HEADER } from '../../shared/contract/members.ts';
import { isGuessable, isLocalhost } from '../auth/keys.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { authenticate } from '../usecases/authenticate.ts';
import type { HonoEnv } from './context.ts';
import { addressOf, tooManyRequests } from './rates.ts';

/**
 * Who is asking, within the rates. Wrong keys count against the address. Once they are too many, a token that could be guessed is not even looked up; keys
 * that are right go on working, for an office shares one address.
 */
export async function principalOf(deps: Deps, c: Context<HonoEnv>): Promise<Principal> {
  const { rates } = deps;
  const address = addressOf(c.req.raw);
  const token = /^Bearer +(\S.*)$/i.exec(c.req.header('Authorization') ?? '')?.[1]?.trim() ?? null;
  if (token !== null && isGuessable(token) && rates.isBlocked(address)) throw tooManyRequests();
  try {
    const principal = await authenticate(deps, { token, workspace: c.req.header(WORKSPACE_HEADER) ?? null, isLocal: isLocalhost(new URL(c.req.url).hostname) });
    c.set('principal', principal);
    if (!(await rates.credential(principal.credential.id))) throw tooManyRequests();
    return principal;
  } catch (error) {
    const isWrong = error instanceof Refusal && error.code === 'credentialUnknown';
    if (isWrong && !(await rates.wrongKey(address))) throw tooManyRequests();
    throw error;
  }
}
