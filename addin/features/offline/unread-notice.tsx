import type { ReactNode } from 'react';
import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/ledger-api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useReachable } from './use-reach.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

interface UnreadNoticeProps {
  readonly fault: unknown;
  readonly onRetry: () => void;
}

/** Why something could not be read from the server. Without a network that is no fault: it comes by itself when the network is back. */
export function UnreadNotice({ fault, onRetry }: UnreadNoticeProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const isReachable = useReachable();
  if (!isReachable && fault instanceof ApiError && fault.code === 'unreachable') return <Body1 className={styles.quiet}>{t('offline.notHere')}</Body1>;
  return <FaultNotice fault={fault} onRetry={onRetry} />;
}
