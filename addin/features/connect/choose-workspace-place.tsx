import type { ReactNode } from 'react';
import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { WorkspaceChoice } from '../../../shared/contract/problems.ts';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '44px' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  id: { display: 'block', color: tokens.colorNeutralForeground3 },
  arrow: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

interface ChooseWorkspacePlaceProps {
  readonly workspaces: readonly WorkspaceChoice[];
  readonly onChoose: (id: string) => void;
  /** Back to where one connects. */
  readonly onLeave: () => void;
}

/** Which workspace is meant, for a person who is a member of several. Of two with the same name the ids are shown too. */
export function ChooseWorkspacePlace({ workspaces, onChoose, onLeave }: ChooseWorkspacePlaceProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const isRepeated = (name: string): boolean => workspaces.filter((workspace) => workspace.name === name).length > 1;
  return (
    <Place actions={<Button onClick={onLeave}>{t('connect.workspace.leave')}</Button>}>
      <StepHeading step={null} title={t('connect.workspace.title')} />
      <Body1>{t('connect.workspace.sentence')}</Body1>
      <ul className={styles.list}>
        {workspaces.map(({ id, name }) => (
          <li key={id}>
            <RowButton className={styles.row} onClick={() => onChoose(id)}>
              <span className={styles.name}>
                <Body1Strong>{name}</Body1Strong>
                {isRepeated(name) && <Caption1 className={styles.id}>{id}</Caption1>}
              </span>
              <ChevronRight16Regular className={styles.arrow} aria-hidden />
            </RowButton>
          </li>
        ))}
      </ul>
    </Place>
  );
}
