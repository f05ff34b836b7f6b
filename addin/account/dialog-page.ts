import { officeReady } from '../office/ready.ts';
import { tellPane } from '../office/sign-in-dialog.ts';
import type { SignInAnswer } from '../../shared/contract/members.ts';
import { openAccounts } from './msal.ts';
import type { DialogMessage } from './work-account.ts';

/** The sign-in window: goes to Microsoft's page, and when it comes back with a token hands that to the pane. The pane closes it. */
async function signIn(): Promise<DialogMessage | null> {
  const answer = await fetch('/v1/sign-in');
  const { entra }: SignInAnswer = await answer.json();
  if (entra === null) return { fault: 'not offered' };
  const accounts = await openAccounts(entra, false);
  const result = await accounts.handleRedirectPromise();
  if (result !== null) return { token: result.accessToken, expiresAt: result.expiresOn?.getTime() ?? 0 };
  await accounts.acquireTokenRedirect({ scopes: [entra.scope], prompt: 'select_account' });
  return null;
}

await officeReady();
const message = await signIn().catch((fault: unknown): DialogMessage => ({ fault: fault instanceof Error ? fault.message : String(fault) }));
if (message !== null) tellPane(JSON.stringify(message));
