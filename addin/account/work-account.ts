import * as z from 'zod';
import type { SignInAnswer } from '../../shared/contract/members.ts';
import { ApiError } from '../api/ledger-api.ts';
import type { TokenSource } from '../api/token-source.ts';
import { createTransport } from '../api/transport.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { once } from '../work/once.ts';

/** What the server says of signing in. */
export type SignInOffer = NonNullable<SignInAnswer['entra']>;

/** The person's work account, for the server the pane came from: its tokens go nowhere else. */
export interface WorkAccount extends TokenSource {
  /** How accounts sign in; null: not offered. */
  offer(): Promise<SignInOffer | null>;
  /** Has the person sign in; false when the person left it. Rejects with the ApiError signInFailed. To be called on a click, for a window may open. */
  signIn(): Promise<boolean>;
  /** Forgets the account on this machine; Microsoft's own session stays. */
  signOut(): Promise<void>;
}

/** What Office is asked for (addin/office). */
export interface SignInOffice {
  readonly handsOutTokens: () => boolean;
  readonly askInDialog: (address: string) => Promise<string | null>;
}

/** What the sign-in window tells the pane. */
export const dialogMessage = z.union([z.strictObject({ token: z.string(), expiresAt: z.number() }), z.strictObject({ fault: z.string() })]);
export type DialogMessage = Readonly<z.infer<typeof dialogMessage>>;

/** A token this close to its end is not sent any more, in milliseconds. */
const MARGIN = 60_000;

/** The work account of whoever sits here. Microsoft's library is loaded when it is first needed, and never where sign-in is not offered. */
export function createWorkAccount(origin: string, office: SignInOffice): WorkAccount {
  /** The token a window brought: where browsers keep its storage apart from the pane's, there is no other. */
  let held: { readonly token: string; readonly expiresAt: number } | null = null;

  const offered = once(async (): Promise<SignInOffer | null> => {
    const transport = createTransport({ server: origin, key: null, language: currentLanguage });
    return (await transport<SignInAnswer>('GET', '/v1/sign-in')).entra;
  });
  const opened = once(async () => {
    const how = await offered.get();
    if (how === null) throw new ApiError('signInNeeded', 401, {}, null); // taken back since
    const msal = await import('./msal.ts');
    return { msal, how, accounts: await msal.openAccounts(how, office.handsOutTokens()) };
  });
  const silently = async (isFresh: boolean): Promise<string | null> => {
    if (!isFresh && held !== null && held.expiresAt - MARGIN > Date.now()) return held.token;
    held = null;
    const { msal, how, accounts } = await opened.get();
    return msal.silentToken(accounts, how, office.handsOutTokens(), isFresh);
  };
  const fromOffice = async (): Promise<boolean> => {
    if ((await silently(false)) !== null) return true;
    const { msal, how, accounts } = await opened.get();
    await msal.tokenFromOffice(accounts, how);
    return true;
  };
  const fromDialog = async (): Promise<boolean> => {
    const text = await office.askInDialog(`${origin}/sign-in.html`);
    if (text === null) return false;
    const message = dialogMessage.parse(JSON.parse(text));
    if ('fault' in message) throw new Error(message.fault);
    held = message;
    opened.forget(); // the window has written accounts that a library opened before does not know
    return true;
  };

  return {
    offer: offered.get,
    async token() {
      const token = await silently(false);
      if (token === null) throw new ApiError('signInNeeded', 401, {}, null);
      return token;
    },
    renew: () => silently(true),
    async signIn() {
      try {
        return await (office.handsOutTokens() ? fromOffice() : fromDialog());
      } catch (fault) {
        throw new ApiError('signInFailed', 0, { reason: fault instanceof Error ? fault.message : String(fault) }, null, { cause: fault });
      }
    },
    async signOut() {
      held = null;
      if ((await offered.get()) === null) return;
      const { accounts } = await opened.get();
      await accounts.clearCache();
      opened.forget();
    },
  };
}
