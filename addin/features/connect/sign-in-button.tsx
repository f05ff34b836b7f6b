import type { ReactNode } from 'react';
import { Button, Divider, makeStyles } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useServices } from '../services.tsx';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '12px' }, divider: { flexGrow: 0 } });

interface SignInButtonProps {
  readonly isBusy: boolean;
  /** `origin`: the server the account is signed in to, which is the one the pane came from. */
  readonly onSignedIn: (origin: string) => void;
}

/** Signing in with the work account, where the server the pane came from offers it; nothing elsewhere, or while that is not known. */
export function SignInButton({ isBusy, onSignedIn }: SignInButtonProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account, origin } = useServices();
  const offer = useQuery({ queryKey: ['sign-in', origin], queryFn: () => account.offer(), staleTime: Number.POSITIVE_INFINITY });
  const signIn = useMutation({ mutationFn: () => account.signIn(), onSuccess: (isSignedIn) => isSignedIn && onSignedIn(origin) });
  if (!offer.data) return null;
  return (
    <div className={styles.root}>
      <Button
        size="large"
        icon={<PersonRegular />}
        disabledFocusable={isBusy || signIn.isPending}
        onClick={() => {
          if (!isBusy && !signIn.isPending) signIn.mutate();
        }}
      >
        {t(signIn.isPending ? 'connect.signingIn' : 'connect.signIn')}
      </Button>
      {signIn.error && <FaultNotice fault={signIn.error} />}
      <Divider className={styles.divider}>{t('connect.orKey')}</Divider>
    </div>
  );
}
