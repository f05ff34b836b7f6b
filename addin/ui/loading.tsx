import type { ReactNode } from 'react';
import { Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '8px 0' },
  short: { width: '60%' },
});

/** Rows to come, in the layout they will have. */
export function LoadingRows({ rows = 5 }: { readonly rows?: number }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Skeleton aria-label={t('common.loading')} aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <SkeletonItem size={16} />
          <SkeletonItem size={12} className={styles.short} />
        </div>
      ))}
    </Skeleton>
  );
}
