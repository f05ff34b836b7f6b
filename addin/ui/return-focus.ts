import { useEffect, useState } from 'react';

/** Page → the id of what opened it last. A page that is come back to from one further in keeps what opened it before. */
const openers = new Map<string, string>();

/** What leaves a page again; the focus may be taken from it. */
const BACK = 'data-page-back';

/** Marks the button that leaves a page. */
export const pageBack = { [BACK]: '' } as const;

/**
 * Gives the focus back when a page opened over a place is left: to what opened it, known by its id (a list may have been drawn anew),
 * else to the tab of the place, so that the keyboard goes on where it was.
 */
export function useReturnFocus(page: string): void {
  const [opener] = useState(() => {
    const id = document.activeElement?.id;
    if (id) openers.set(page, id);
    return openers.get(page);
  });
  useEffect(() => () => void setTimeout(giveBack, 0, opener), [opener]); // after what is shown instead has taken it
}

function giveBack(opener: string | undefined): void {
  const { activeElement: active, body } = document;
  if (active !== null && active !== body && !active.hasAttribute(BACK)) return;
  const element = opener === undefined ? null : document.querySelector<HTMLElement>(`#${CSS.escape(opener)}`);
  if (element) element.focus();
  else if (active === body || active === null) document.querySelector<HTMLElement>('[role="tab"][aria-controls="place"][aria-selected="true"]')?.focus();
}

/** Gives the focus back to what had it before, when a dialog is taken away with the focus in it. */
export function useReturnFocusToOpener(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => void (opener instanceof HTMLElement && focusIfLost(opener)), [opener]);
}

/**
 * Gives the focus to an element when it was lost with what had it; after the dialog around that is gone, which lets no focus out. Fluent
 * by itself gives it to the trigger of a menu or popover that had it last, wherever that is.
 */
export function focusIfLost(element: HTMLElement): void {
  setTimeout(() => {
    const { activeElement: active, body } = document;
    const isLost = active === null || active === body || active.matches('[data-tabster*="restorer"]');
    if (isLost && element.isConnected) element.focus();
  }, 0);
}
