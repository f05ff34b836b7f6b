import type { ReactNode } from 'react';
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useReturnFocusToOpener } from './return-focus.ts';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The label of the button that does it; left out, the dialog only informs. */
  readonly confirm?: string;
  readonly onConfirm?: () => void;
  /** Whether it is being done, or cannot be done now. */
  readonly isBlocked?: boolean;
  readonly onClose: () => void;
}

/** A question before something that is not undone by a click, or a page of information. */
export function Confirm({ title, children, confirm, onConfirm, isBlocked = false, onClose }: ConfirmProps): ReactNode {
  const { t } = useTranslation();
  useReturnFocusToOpener();
  return (
    <Dialog open modalType={confirm ? 'alert' : 'modal'} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ width: 'calc(100vw - 24px)', padding: '20px' }}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions fluid>
            <Button appearance={confirm ? 'secondary' : 'primary'} onClick={onClose}>
              {t(confirm ? 'common.cancel' : 'common.close')}
            </Button>
            {confirm && (
              <Button appearance="primary" disabledFocusable={isBlocked} onClick={onConfirm}>
                {confirm}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
