import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Body1, Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Place } from '../../ui/place.tsx';
import { SignInButton } from './sign-in-button.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { serverOrigin } from './connection.ts';
import type { Connection } from './connection.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', height: '100%' },
  button: { flexGrow: 1 },
});

interface ConnectPlaceProps {
  readonly first: Pick<Connection, 'server' | 'key'>;
  readonly fault: Error | null;
  readonly isConnecting: boolean;
  readonly onConnect: (connection: Pick<Connection, 'server' | 'key'>) => void;
}

/** Step 1: the server and the access key. */
export function ConnectPlace({ first, fault, isConnecting, onConnect }: ConnectPlaceProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [server, setServer] = useState(first.server);
  const [key, setKey] = useState(first.key ?? '');
  const [isChecked, setChecked] = useState(false);
  const [isChanged, setChanged] = useState(false); // since the last attempt: what was said of that is no longer about what stands here
  const address = serverOrigin(server);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    setChanged(false);
    if (address !== null && key.trim() !== '') onConnect({ server: address, key: key.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Place
        actions={
          <Button className={styles.button} appearance="primary" size="large" type="submit" disabledFocusable={isConnecting}>
            {t(isConnecting ? 'connect.connecting' : 'connect.button')}
          </Button>
        }
      >
        <StepHeading step={1} title={t('connect.title')} />
        <Body1>{t('connect.sentence')}</Body1>
        {fault && !isConnecting && !isChanged && <FaultNotice fault={fault} />}
        <SignInButton isBusy={isConnecting} onSignedIn={(origin) => onConnect({ server: origin, key: null })} />
        <Field label={t('connect.key')} hint={t('connect.keyHint')} validationMessage={isChecked && key.trim() === '' ? t('connect.keyMissing') : null}>
          <Input type="password" name="key" autoComplete="off" value={key} onChange={(_, data) => (setKey(data.value), setChanged(true))} />
        </Field>
        <Field label={t('connect.server')} validationMessage={isChecked && address === null ? t('connect.serverInvalid') : null}>
          <Input type="url" name="server" value={server} onChange={(_, data) => (setServer(data.value), setChanged(true))} />
        </Field>
      </Place>
    </form>
  );
}
