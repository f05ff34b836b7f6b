import type { ReactNode } from 'react';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Badge, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { IssueRows } from './issue-list.tsx';
import type { Issue } from './issue-list.tsx';
import type { IssueGroup } from './issues.ts';

/** Issues of a group shown before the rest is asked for. */
const FIRST = 10;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  header: { '& button': { paddingInline: '0', minHeight: '36px' } },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', width: '100%', minWidth: 0 },
  panel: { margin: '0 0 8px' },
});

interface IssueGroupsProps {
  readonly title: string;
  readonly hint: string;
  readonly groups: readonly IssueGroup[];
  readonly onSelect: (issue: Issue) => void;
}

/** What a check has found, column by column; those that would be rejected first and open. A click on an issue selects its cell. */
export function IssueGroups({ title, hint, groups, onSelect }: IssueGroupsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [first] = groups;
  const open = groups.filter((group) => group.isFault || group === first).map(({ key }) => key);
  return (
    <section className={styles.section}>
      <Body1Strong as="h2" className={styles.title}>
        {title}
      </Body1Strong>
      <Caption1 className={styles.hint}>{hint}</Caption1>
      <Accordion multiple collapsible defaultOpenItems={open}>
        {groups.map((group) => (
          <AccordionItem key={group.key} value={group.key}>
            <AccordionHeader as="h3" size="small" className={styles.header}>
              <span className={styles.line}>
                <span className={styles.name} title={group.header ?? undefined}>
                  {group.header === null ? t('push.group.row') : t('push.group.column', { letter: group.letter, header: group.header })}
                </span>
                <Badge appearance="tint" color={group.isFault ? 'danger' : 'informative'}>
                  {t(group.isFault ? 'push.group.faults' : 'push.group.hints', { count: group.issues.length })}
                </Badge>
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <IssueRows label={group.header ?? t('push.group.row')} issues={group.issues} first={FIRST} onSelect={onSelect} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </section>
  );
}
