import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/message.ts';
import { catalogs, currentLanguage, isLanguage, speak } from '../../i18n/i18n.ts';
import { focusIfLost } from '../../ui/return-focus.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useServices, useSession } from '../services.tsx';
import { MenuDialog } from './menu-dialogs.tsx';
import type { DialogName } from './menu-dialogs.tsx';

const languages = Object.keys(catalogs).filter(isLanguage);

/** What is needed now and then: language, binding, result columns, key, help. */
export function MoreMenu(): ReactNode {
  const { t } = useTranslation();
  const { store } = useServices();
  const { changeWorkspace } = useSession();
  const { binding, rebind } = useLedger();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const closeDialog = (): void => {
    setDialog(null);
    if (trigger.current) focusIfLost(trigger.current); // the item that was clicked is gone
  };
  const chooseLanguage = (language: Language): void => {
    store.set('language', language);
    void speak(language);
  };
  return (
    <>
      <Menu
        checkedValues={{ language: [currentLanguage()] }}
        onCheckedValueChange={(_, { checkedItems }) => checkedItems.filter(isLanguage).forEach(chooseLanguage)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={(element: HTMLElement | null) => {
              trigger.current = element;
            }}
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal20Regular />}
            aria-label={t('shell.menu.label')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{t('shell.menu.language')}</MenuGroupHeader>
              {languages.map((language) => (
                <MenuItemRadio key={language} name="language" value={language} lang={language}>
                  {catalogs[language].app.language}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            {binding && <MenuItem onClick={rebind}>{t('shell.menu.rebind')}</MenuItem>}
            {binding && <MenuItem onClick={() => setDialog('remove')}>{t('shell.menu.remove')}</MenuItem>}
            {binding && <MenuDivider />}
            <MenuItem onClick={() => setDialog('help')}>{t('shell.menu.help')}</MenuItem>
            <MenuItem onClick={() => setDialog('about')}>{t('shell.menu.about')}</MenuItem>
            {changeWorkspace && <MenuItem onClick={changeWorkspace}>{t('shell.menu.changeWorkspace')}</MenuItem>}
            <MenuItem onClick={() => setDialog('disconnect')}>{t('shell.menu.disconnect')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog && <MenuDialog name={dialog} onClose={closeDialog} />}
    </>
  );
}
