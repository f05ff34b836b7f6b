/** What Esc closes by itself. */
const SURFACES = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .fui-PopoverSurface, [aria-haspopup][aria-expanded="true"]';

/**
 * Keeps an Esc that closes a dialog, a popover or a menu from office.js, which takes every Esc for the wish to leave the pane and
 * hands the focus to Excel. Where nothing is open it stays so. Answers with how to stop.
 */
export function keepEscapeInside(): () => void {
  const inside = new WeakSet<Event>();
  const notice = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target instanceof Element && event.target.closest(SURFACES)) inside.add(event); // it may be gone when the event comes up
  };
  const stop = (event: KeyboardEvent): void => {
    if (inside.has(event)) event.stopPropagation(); // office.js listens at the window
  };
  document.addEventListener('keydown', notice, true);
  document.addEventListener('keydown', stop);
  return () => {
    document.removeEventListener('keydown', notice, true);
    document.removeEventListener('keydown', stop);
  };
}
