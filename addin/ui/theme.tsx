import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { FluentProvider, makeStyles, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import type { Card } from '../../shared/verdict/types.ts';
import { officeTheme, watchOfficeTheme } from '../office/theme.ts';
import type { ThemeKind } from '../office/theme.ts';
import { cardColours } from './card-colours.ts';
import type { CardColour } from './card-colours.ts';

/** Office's own faces first, then a machine's Latin one, so that English is not set in a Chinese face, then those every Chinese Windows, Mac or Linux has. */
const FONTS =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, 'Helvetica Neue', Roboto, 'Noto Sans', 'Liberation Sans', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const themes: Readonly<Record<ThemeKind, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONTS },
};

const ThemeKindContext = createContext<ThemeKind>('light');

const useStyles = makeStyles({ root: { height: '100vh', overflow: 'hidden' } });

/** Colours the pane after the Office theme and follows its changes. */
export function PaneTheme({ children }: { readonly children: ReactNode }): ReactNode {
  const kind = useSyncExternalStore(watchOfficeTheme, officeTheme);
  const styles = useStyles();
  return (
    <ThemeKindContext value={kind}>
      <FluentProvider theme={themes[kind]}>
        {/* Not on the provider: its class is given to menus and dialogs too. */}
        <div className={styles.root}>{children}</div>
      </FluentProvider>
    </ThemeKindContext>
  );
}

/** The colours of a card in the theme shown now. */
export function useCardColour(card: Card): CardColour {
  return cardColours[useContext(ThemeKindContext)][card];
}
