import { CacheLookupPolicy, createNestablePublicClientApplication, createStandardPublicClientApplication } from '@azure/msal-browser';
import type { IPublicClientApplication } from '@azure/msal-browser';
import type { SignInOffer } from './work-account.ts';

/** The page Microsoft sends the person back to, at the pane's own origin. */
const DIALOG_PAGE = '/sign-in.html';

/** Microsoft's library for one server's offer, told whether it may ask Office itself. */
export async function openAccounts({ clientId, authority }: SignInOffer, isNested: boolean): Promise<IPublicClientApplication> {
  const configuration = {
    auth: { clientId, authority, redirectUri: window.location.origin + DIALOG_PAGE },
    cache: { cacheLocation: 'localStorage' },
  };
  return isNested ? createNestablePublicClientApplication(configuration) : createStandardPublicClientApplication(configuration);
}

/**
 * A token without asking the person; `isFresh`: newly made. Null when that cannot be. Hidden frames are not tried: browsers that block other sites'
 * cookies leave them hanging.
 */
export async function silentToken(accounts: IPublicClientApplication, { scope }: SignInOffer, isNested: boolean, isFresh: boolean): Promise<string | null> {
  const account = accounts.getActiveAccount() ?? accounts.getAllAccounts()[0];
  if (account === undefined && !isNested) return null;
  const cacheLookupPolicy = isFresh ? CacheLookupPolicy.RefreshToken : CacheLookupPolicy.AccessTokenAndRefreshToken;
  try {
    const request = { scopes: [scope], ...(account && { account }) };
    const { accessToken } = await accounts.acquireTokenSilent(isNested ? { ...request, forceRefresh: isFresh } : { ...request, cacheLookupPolicy });
    return accessToken;
  } catch {
    return null; // whatever it was, the person can sign in again
  }
}

/** A token after Office has asked the person, if it must. */
export async function tokenFromOffice(accounts: IPublicClientApplication, { scope }: SignInOffer): Promise<string> {
  return (await accounts.acquireTokenPopup({ scopes: [scope] })).accessToken;
}
