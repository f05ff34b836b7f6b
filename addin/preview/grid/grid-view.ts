import { UniverInstanceType } from '@univerjs/core';
import type { IWorkbookData, Univer } from '@univerjs/core';
import type { Language } from '../../../shared/message.ts';
import { areaOf, MAX_COLUMNS, MAX_ROWS } from '../model/areas.ts';
import type { Area, Book, Change, Sheet } from '../model/book.ts';
import { OriginTable } from './cells.ts';
import { overlayCharts } from './charts/overlay.ts';
import { drawCells, drawSheets } from './draw.ts';
import { overlayFilterButtons } from './filter-buttons.ts';
import { drawBorders } from './cell-borders.ts';
import { BESIDE_SNAPSHOT, createParts } from './parts/index.ts';
import type { PartKind } from './parts/index.ts';
import { ReadBack } from './read-back.ts';
import { fitRows } from './row-heights.ts';
import { drawSelection } from './selection.ts';
import { SheetIds } from './sheet-ids.ts';
import { snapshotOf } from './snapshot.ts';
import { StyleTable } from './styles.ts';
import { awaitValidation } from './validate-input.ts';
import { forgetUndo, localeOf, sheetOf, univerBook, whenRendered } from './univer.ts';
import type { UniverBook } from './univer.ts';

let nextUnit = 1;

/** A book shown in Univer: what the add-in or a file changes is drawn, what the person does in the grid is taken back. */
export class GridView {
  readonly #univer: UniverBook;
  readonly #book: Book;
  readonly #ids = new SheetIds();
  readonly #tables = { styles: new StyleTable(), origins: new OriginTable() };
  readonly #parts = createParts();
  readonly #readBack: ReadBack;
  readonly #stops: readonly (() => void)[];
  readonly #cells = new Map<Sheet, Area[]>();
  readonly #changed = new Map<Sheet, Set<PartKind>>();
  #sheetsChanged = false;
  #selectionChanged = false;
  #isPlanned = false;
  #isDisposed = false;

  constructor(univer: Univer, book: Book, language: Language) {
    const unitId = `book-${nextUnit++}`;
    univer.createUnit<IWorkbookData, never>(UniverInstanceType.UNIVER_SHEET, snapshotOf(book, unitId, localeOf(language), this.#tables));
    this.#univer = univerBook(univer, unitId);
    this.#book = book;
    for (const sheet of book.sheets) this.#drawParts(sheet, BESIDE_SNAPSHOT);
    this.#readBack = new ReadBack(this.#univer, book, this.#ids, this.#parts, this.#tables);
    this.#stops = [
      overlayFilterButtons(this.#univer),
      drawBorders(this.#univer),
      awaitValidation(this.#univer),
      overlayCharts(this.#univer, book, (sheet) => this.#ids.idOf(sheet)),
      this.#readBack.start(),
      book.onChange((change) => this.#onChange(change)),
    ];
    void this.#finish();
  }

  /** The handle on Univer's side, for the page's own commands. */
  get univer(): UniverBook {
    return this.#univer;
  }

  /** Takes back at once what the person did last; call before reading the book. */
  settle(): void {
    this.#readBack.flush();
  }

  /** A cell of the active sheet as it is shown: formatted text and the fill on top, conditional formats included. */
  drawn(row: number, column: number): { readonly text: string; readonly fill: string | null } {
    const { cell, style } = this.#shown(row, column);
    return { text: String(cell?.v ?? ''), fill: style?.bg?.rgb ?? null };
  }

  /** The colours of a cell's borders on the active sheet as they are shown, conditional formats included; those that are not there are left out. */
  drawnBorders(row: number, column: number): { readonly [Side in 'top' | 'right' | 'bottom' | 'left']?: string } {
    const { t: top, r: right, b: bottom, l: left } = this.#shown(row, column).style?.bd ?? {};
    const colours = Object.entries({ top, right, bottom, left }).map(([side, line]) => [side, line?.cl.rgb] as const);
    return Object.fromEntries(colours.filter(([, colour]) => colour));
  }

  #shown(row: number, column: number) {
    const worksheet = sheetOf(this.#univer, this.#ids.idOf(this.#book.activeSheet));
    const cell = worksheet.getCell(row, column);
    return { cell, style: cell ? worksheet.getComposedCellStyleByCellData(row, column, cell) : undefined };
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const stop of this.#stops) stop();
  }

  /** What needs a canvas: row heights that follow their text, and the selection in view. */
  async #finish(): Promise<void> {
    await whenRendered(this.#univer);
    if (this.#isDisposed) return;
    this.#readBack.muted(() => {
      for (const sheet of this.#book.sheets) fitRows(this.#univer, sheet, this.#ids.idOf(sheet));
      this.#select();
    });
  }

  #onChange(change: Change): void {
    if (change.source === 'person') return;
    const { kind, sheet } = change;
    if (kind === 'sheets' || kind === 'selection') {
      this.#sheetsChanged ||= kind === 'sheets';
      this.#selectionChanged = true;
    } else if (!sheet) return;
    else if (kind === 'cells') this.#touchCells(sheet, change);
    else if (this.#parts.has(kind as PartKind)) this.#touchPart(sheet, kind as PartKind);
    else return;
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => this.#draw());
  }

  #touchCells(sheet: Sheet, { area, what = 'edited' }: Change): void {
    const touched = this.#cells.get(sheet) ?? [];
    if (what === 'edited' || what === 'formatted') touched.push(...(area ? [area] : []));
    else {
      touched.push(areaOf(0, 0, MAX_ROWS, MAX_COLUMNS)); // cells moved: everything may stand elsewhere
      for (const kind of this.#parts.keys()) this.#touchPart(sheet, kind);
    }
    this.#cells.set(sheet, touched);
  }

  #touchPart(sheet: Sheet, kind: PartKind): void {
    this.#changed.set(sheet, (this.#changed.get(sheet) ?? new Set()).add(kind));
  }

  /** Draws everything changed since the last time: one request of the add-in is one stroke. */
  #draw(): void {
    this.#isPlanned = false;
    const [cells, changed, sheets, selection] = [[...this.#cells], [...this.#changed], this.#sheetsChanged, this.#selectionChanged];
    this.#cells.clear();
    this.#changed.clear();
    this.#sheetsChanged = false;
    this.#selectionChanged = false;
    this.#readBack.muted(() => {
      const added = sheets ? drawSheets(this.#univer, this.#book, (sheet) => this.#ids.idOf(sheet), this.#tables) : [];
      for (const sheet of added) {
        this.#readBack.expectActivation(this.#ids.idOf(sheet));
        this.#drawParts(sheet, BESIDE_SNAPSHOT);
        fitRows(this.#univer, sheet, this.#ids.idOf(sheet));
      }
      const isDrawn = (sheet: Sheet): boolean => added.includes(sheet) || !this.#book.sheets.includes(sheet);
      for (const [sheet, areas] of cells) if (!isDrawn(sheet)) drawCells(this.#univer, sheet, this.#ids.idOf(sheet), distinct(areas), this.#tables);
      for (const [sheet, kinds] of changed) if (!isDrawn(sheet)) this.#drawParts(sheet, kinds);
      if (cells.length > 0 || changed.length > 0 || sheets) forgetUndo(this.#univer);
      if (selection) this.#select();
    });
  }

  #drawParts(sheet: Sheet, kinds: Iterable<PartKind>): void {
    const wanted = new Set(kinds);
    for (const [kind, part] of this.#parts) if (wanted.has(kind)) part.draw(this.#univer, sheet, this.#ids.idOf(sheet));
  }

  #select(): void {
    drawSelection(this.#univer, this.#book, this.#ids.idOf(this.#book.activeSheet));
  }
}

/** Areas without repeats; one request often touches the same area with several properties. */
function distinct(areas: readonly Area[]): readonly Area[] {
  const byPlace = new Map(areas.map((area) => [`${area.row} ${area.column} ${area.rows} ${area.columns}`, area]));
  return [...byPlace.values()];
}
