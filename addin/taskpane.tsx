import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkAccount } from './account/work-account.ts';
import { createClient } from './api/client.ts';
import { indexedAnswers, remembering } from './api/last-known.ts';
import { offlineCapable } from './api/offline.ts';
import { createReach, watched } from './api/reach.ts';
import { createTransport } from './api/transport.ts';
import { officeWorkbook } from './excel/office-workbook.ts';
import { offeredKey } from './features/connect/connection.ts';
import { Pane } from './features/shell/pane.tsx';
import { currentLanguage, isLanguage, startI18n } from './i18n/i18n.ts';
import { officeAbilities } from './office/abilities.ts';
import { officeLanguage } from './office/locale.ts';
import { officeMachineStore } from './office/machine-store.ts';
import { officeReady } from './office/ready.ts';
import { askInDialog, handsOutTokens } from './office/sign-in-dialog.ts';
import { sha256 } from './work/digest.ts';

// Office.js may rewrite the address while it starts, so the offered key is read first.
const keyOffered = offeredKey(window.location);

await officeReady();
const store = officeMachineStore();
const account = createWorkAccount(window.location.origin, { handsOutTokens, askInDialog });
const chosen = store.get('language');
await startI18n(isLanguage(chosen) ? chosen : officeLanguage());

const reach = createReach();
const answers = indexedAnswers();

const root = document.getElementById('root');
if (!root) throw new Error('taskpane.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Pane
      services={{
        workbook: officeWorkbook(officeAbilities()),
        store,
        account,
        clientFor: ({ server, key: secret, workspace }) => {
          const transport = watched(createTransport({ server, key: secret ?? account, workspace, language: currentLanguage }), reach);
          // Nothing is remembered of an account: whoever Office signs in next is not known before the server is reached.
          const asked = secret === null ? transport : remembering(transport, answers, () => sha256(`${server}\n${secret}`), reach);
          return offlineCapable(createClient(asked), currentLanguage, reach);
        },
        reach,
        forgetAnswers: () => answers.clear(),
        origin: window.location.origin,
        offeredKey: keyOffered,
      }}
    />
  </StrictMode>,
);
