/** How the pane is coloured, after the Office theme. */
export type ThemeKind = 'light' | 'dark' | 'contrast';

/** Whether a background colour (`#RRGGBB`) is dark enough to need light text on it. */
export function isDarkColour(hex: string): boolean {
  if (!/^#?[0-9a-f]{6}$/i.test(hex)) return false;
  const part = (from: number): number => Number.parseInt(hex.replace('#', '').slice(from, from + 2), 16);
  return 0.299 * part(0) + 0.587 * part(2) + 0.114 * part(4) < 128;
}

/**
 * The theme Office shows now. Excel on the web has no `officeTheme`; there the system's preference stands in for it.
 * Forced colours (Windows high contrast) win over both.
 */
export function officeTheme(): ThemeKind {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  const theme = (Office.context as { officeTheme?: Partial<Office.OfficeTheme> }).officeTheme;
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme ? 'dark' : 'light';
  if (theme?.bodyBackgroundColor) return isDarkColour(theme.bodyBackgroundColor) ? 'dark' : 'light';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Calls back when the theme may have changed; returns a function that stops it. Excel raises no event of its own for it,
 * so the Office theme is looked at again whenever the pane gets the focus.
 */
export function watchOfficeTheme(listener: () => void): () => void {
  const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  window.addEventListener('focus', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
    window.removeEventListener('focus', listener);
  };
}
