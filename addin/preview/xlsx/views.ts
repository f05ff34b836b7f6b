/** Freeze panes and the chosen sheet (`sheetViews`). */

import type { Sheet } from '../model/book.ts';
import { alike } from './equal.ts';
import { cellReference } from './references.ts';
import { childOf, childrenOf, cloneXml, replaceChildren, xml, type XmlElement } from './xml.ts';

const VIEW_PARTS = ['pane', 'selection', 'pivotSelection', 'extLst'];

/** How many rows and columns stay in place. A split that is not frozen counts as none. */
export function readFrozen(views: XmlElement | undefined): Sheet['frozen'] {
  const pane = childOf(childOf(views, 'sheetView'), 'pane')?.attributes;
  if (pane === undefined || !(pane['state'] ?? '').startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) };
}

function freeze(view: XmlElement, { rows, columns }: Sheet['frozen']): void {
  const activePane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const pane = xml('pane', {
    xSplit: columns > 0 ? columns : undefined,
    ySplit: rows > 0 ? rows : undefined,
    topLeftCell: cellReference(rows, columns),
    activePane,
    state: 'frozen',
  });
  const isFrozen = rows > 0 || columns > 0;
  replaceChildren(view, 'pane', isFrozen ? [pane] : [], VIEW_PARTS);
  // Selections name the pane they are in; those of panes that are gone would make the file invalid.
  replaceChildren(view, 'selection', isFrozen ? [xml('selection', { pane: activePane })] : [], VIEW_PARTS);
}

/** The `sheetViews` element with what changed put in. `isChosen`: whether the sheet is the active one; null while that is as the file had it. */
export function writeViews(was: XmlElement | undefined, sheet: Sheet, isChosen: boolean | null): XmlElement {
  const views = was === undefined ? xml('sheetViews', {}, [xml('sheetView', { workbookViewId: 0 })]) : cloneXml(was);
  for (const view of childrenOf(views, 'sheetView')) {
    if (isChosen === null) continue;
    if (!isChosen) delete view.attributes['tabSelected'];
    else if (view.attributes['tabSelected'] === undefined) view.attributes = { ...view.attributes, tabSelected: '1' };
  }
  const first = childOf(views, 'sheetView');
  if (first !== undefined && !alike(readFrozen(was), sheet.frozen)) freeze(first, sheet.frozen);
  return views;
}
