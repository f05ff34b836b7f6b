import { useState } from 'react';
import type { ReactNode } from 'react';
import { Badge, Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { faultWords } from '../../ui/fault.ts';
import { LongList } from '../../ui/long-list.tsx';
import { dayText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';
import type { FileOutcome, FileState, LeftRow, SheetOutcome } from './outcome.ts';

/** Rows left that are shown before the rest is asked for. */
const FIRST = 5;
const NAMES_SHOWN = 5;

const shown = ['inserted', 'updated', 'unchanged', 'incoming', 'conflict', 'rejected'] as const;

const colours = { taken: 'success', partly: 'warning', failed: 'danger', cancelled: 'informative' } as const satisfies Record<FileState, string>;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: '8px' },
  name: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  badge: { flexShrink: 0 },
  sheet: { display: 'flex', flexDirection: 'column', gap: '2px' },
  block: { display: 'block', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  where: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  left: { paddingBlock: '4px' },
});

interface FileResultProps {
  readonly outcome: FileOutcome;
  /** Whether it is what pushing would do. */
  readonly isPreview: boolean;
  /** Lets the file's rows in conflict count; null while files are being pushed. */
  readonly onOverwrite: (() => void) | null;
}

/** What became of a file: by sheet, with every row that was not taken, its cell and why. */
export function FileResult({ outcome, isPreview, onOverwrite }: FileResultProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { timeZone } = useSession().me.workspace;
  const { name, state, made, sheets, others, reports = [], fault } = outcome;
  const conflicts = sheets.reduce((sum, { counts }) => sum + (counts?.conflict ?? 0), 0);
  return (
    <section className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <Body1Strong as="h2" className={styles.name}>
          {name}
        </Body1Strong>
        <Badge className={styles.badge} appearance="tint" color={colours[state]}>
          {t(`${isPreview ? 'files.preview' : 'files'}.state.${state}`)}
        </Badge>
      </div>
      {fault !== null && <Body1 className={styles.fault}>{faultWords(fault, t, language).text}</Body1>}
      {made && <Caption1 className={styles.quiet}>{t('files.madeBy', { by: made.by, at: dayText(made.at, timeZone) })}</Caption1>}
      {sheets.map((sheet) => (
        <SheetResult key={`${sheet.sheet} ${sheet.register}`} outcome={isPreview ? { ...sheet, revision: null } : sheet} />
      ))}
      {fault === null && others.length > 0 && (
        <Caption1 className={styles.quiet}>{t('files.others', { names: others.join(t('common.listSeparator')) })}</Caption1>
      )}
      {fault === null && reports.length > 0 && (
        <Caption1 className={styles.quiet}>{t('files.reports', { names: reports.join(t('common.listSeparator')) })}</Caption1>
      )}
      {conflicts > 0 && made === null && onOverwrite && <Overwrite name={name} count={conflicts} onConfirm={onOverwrite} />}
    </section>
  );
}

function SheetResult({ outcome }: { readonly outcome: SheetOutcome }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { sheet, register, counts, revision, left, newUnits, fault } = outcome;
  const told = counts ? shown.filter((one) => counts[one] > 0).map((one) => t(`files.outcome.${one}`, { count: counts[one] })) : [];
  const facts = [...(told.length > 0 ? told : [t('files.empty')]), ...(revision === null ? [] : [t('files.revision', { n: revision })])];
  return (
    <div className={styles.sheet}>
      <Body1 className={styles.block}>{t('files.sheet', { sheet, register: registerById(register)?.label[language] ?? register })}</Body1>
      {fault === null ? (
        <Caption1 className={styles.quiet}>{facts.join(' · ')}</Caption1>
      ) : (
        <Caption1 className={styles.fault}>{faultWords(fault, t, language).text}</Caption1>
      )}
      {newUnits.length > 0 && (
        <Caption1 className={styles.quiet}>
          {t('files.newUnits', {
            count: newUnits.length,
            names: newUnits.slice(0, NAMES_SHOWN).join(t('common.listSeparator')) + (newUnits.length > NAMES_SHOWN ? '…' : ''),
          })}
        </Caption1>
      )}
      {left.length > 0 && (
        <LongList items={left} label={t('files.left', { count: left.length })} keyOf={({ address, message }) => `${address} ${message}`} first={FIRST}>
          {(row) => <Left row={row} />}
        </LongList>
      )}
    </div>
  );
}

function Left({ row }: { readonly row: LeftRow }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { timeZone } = useSession().me.workspace;
  const { address, header, message, theirs } = row;
  return (
    <div className={styles.left}>
      <Caption1 className={styles.where}>{header === null ? address : `${address} ${header.replace(/\s+/g, ' ')}`}</Caption1>
      <Caption1 className={styles.block}>{theirs === null ? message : t('files.conflictWith', { by: theirs.by, at: dayText(theirs.at, timeZone) })}</Caption1>
    </div>
  );
}

function Overwrite({ name, count, onConfirm }: { readonly name: string; readonly count: number; readonly onConfirm: () => void }): ReactNode {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" style={{ alignSelf: 'start' }} onClick={() => setAsked(true)}>
        {t('files.overwrite')}
      </Button>
      {isAsked && (
        <Confirm
          title={t('files.overwriteTitle')}
          confirm={t('files.overwrite')}
          onConfirm={() => {
            setAsked(false);
            onConfirm();
          }}
          onClose={() => setAsked(false)}
        >
          <Body1>{t('files.overwriteSentence', { count, name })}</Body1>
        </Confirm>
      )}
    </>
  );
}
