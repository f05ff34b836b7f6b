import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, Subtitle1, makeStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { pageBack, useReturnFocus } from './return-focus.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '4px', marginLeft: '-8px', minWidth: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', margin: 0 },
});

/** The head of what was opened from a list: the way back, and what it is. Takes the focus, because the row that was clicked is gone, and gives it back to that row. */
export function PlaceHead({ title, onBack }: { readonly title: string; readonly onBack: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus(title);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.querySelector('button')?.focus(), []);
  return (
    <div className={styles.root} ref={head}>
      <Button {...pageBack} appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t('common.back')} onClick={onBack} />
      <Subtitle1 as="h1" className={styles.title}>
        {title}
      </Subtitle1>
    </div>
  );
}
