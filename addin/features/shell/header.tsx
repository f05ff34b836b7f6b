import type { ReactNode } from 'react';
import { Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSession } from '../services.tsx';
import { AsOfPicker } from './as-of-picker.tsx';
import { MoreMenu } from './more-menu.tsx';
import { useSyncWords } from './use-sync-words.ts';

const useStyles = makeStyles({
  // Office puts its own 34×32 px menu into the top right corner.
  root: { padding: '12px 40px 8px 20px', display: 'flex', flexDirection: 'column', gap: '2px' },
  line: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '28px' },
  title: { margin: 0, flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sync: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

/** Which ledger this sheet is bound to, as of when, and how it stands to the server. */
export function Header(): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { me } = useSession();
  const { binding } = useLedger();
  const sync = useSyncWords();
  const register = binding && registerById(binding.register);
  const ledger = register ? register.label[language] : t('shell.noLedger');
  const title = t('shell.header', { ledger, workspace: me.workspace.name });
  return (
    <header className={styles.root}>
      <div className={styles.line}>
        <Subtitle2 as="h1" className={styles.title} title={title}>
          {title}
        </Subtitle2>
        <MoreMenu />
      </div>
      <div className={styles.line}>
        <AsOfPicker />
        <output className={styles.sync}>{sync}</output>
      </div>
    </header>
  );
}
