import { ICommandService } from '@univerjs/core';
import type { ICommandInfo, IExecutionOptions, IRange } from '@univerjs/core';
import { SetWorksheetActiveOperation } from '@univerjs/preset-sheets-core';
import { sameArea } from '../model/areas.ts';
import type { Book, ChangeSource, Sheet } from '../model/book.ts';
import { shiftCells } from '../model/shift.ts';
import { TOUCHED } from './mutations.ts';
import type { Part } from './parts/part.ts';
import type { PartKind } from './parts/index.ts';
import { readAllCells, readCells } from './read-cells.ts';
import { readSheets } from './read-sheets.ts';
import { lineShift } from './shifts.ts';
import type { SheetIds } from './sheet-ids.ts';
import type { Tables } from './snapshot.ts';
import { readSelection } from './selection.ts';
import { workbookOf } from './univer.ts';
import type { UniverBook } from './univer.ts';

/** What of a mutation's parameters is looked at; each mutation has some of them. */
interface MutationParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly sheetId?: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
  readonly range?: IRange;
}

interface Dirty {
  /** Row → columns; `all` wins over it. */
  readonly cells: Map<number, Set<number>>;
  allCells: boolean;
  readonly parts: Set<PartKind>;
}

/** Takes what the person does in Univer back into the book: collects what each mutation touches, and compares and copies it once per stroke. */
export class ReadBack {
  readonly #univer: UniverBook;
  readonly #book: Book;
  readonly #ids: SheetIds;
  readonly #parts: ReadonlyMap<PartKind, Part>;
  readonly #tables: Tables;
  readonly #dirty = new Map<string, Dirty>();
  readonly #expected = new Set<string>();
  #sheetsDirty = false;
  #isPlanned = false;
  #isMuted = false;

  constructor(univer: UniverBook, book: Book, ids: SheetIds, parts: ReadonlyMap<PartKind, Part>, tables: Tables) {
    this.#univer = univer;
    this.#book = book;
    this.#ids = ids;
    this.#parts = parts;
    this.#tables = tables;
  }

  /** Starts listening; call the answer to stop. */
  start(): () => void {
    const listening = this.#univer.injector.get(ICommandService).onCommandExecuted((command, options) => this.#onCommand(command, options));
    return () => listening.dispose();
  }

  /** Does the view's own drawing, which is not the person's. What is still to be taken back is taken back first. */
  muted(draw: () => void): void {
    this.flush();
    const before = this.#isMuted;
    this.#isMuted = true;
    try {
      draw();
    } finally {
      this.#isMuted = before;
    }
  }

  /** Univer shows a sheet when it is added; one the add-in adds stays in the background, as in Excel. */
  expectActivation(id: string): void {
    this.#expected.add(id);
  }

  #onCommand(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (this.#isMuted) return;
    const params: MutationParams | undefined = command.params;
    if (params?.unitId !== undefined && params.unitId !== this.#univer.unitId) return;
    if (command.id === 'sheet.operation.set-selections') return this.#onSelection(params?.subUnitId);
    if (command.id === 'sheet.operation.set-worksheet-active') return this.#onActivated(params?.subUnitId);
    if (command.id === 'sheet.mutation.set-range-values' && options?.['applyFormulaCalculationResult'])
      return this.#onResults(params?.subUnitId, params?.cellValue);
    const touched = TOUCHED[command.id];
    if (!touched) return;
    this.#plan();
    if (touched.sheets) this.#sheetsDirty = true;
    const id = params?.subUnitId ?? params?.sheetId;
    if (id === undefined || touched.sheets) return;
    const dirty = this.#dirtyOf(id);
    for (const kind of touched.parts ?? []) dirty.parts.add(kind);
    this.#moveLines(id, command.id, params?.range);
    if (touched.cells === 'all') dirty.allCells = true;
    else if (touched.cells === 'named')
      for (const [row, line] of Object.entries(params?.cellValue ?? {})) addColumns(dirty.cells, Number(row), Object.keys(line ?? {}));
  }

  /** Moves the model's cells along with Univer's at once, so that each keeps what the file had of it, and tells where. */
  #moveLines(id: string, mutation: string, range: IRange | undefined): void {
    const sheet = this.#ids.sheetOf(id);
    const moved = lineShift(mutation, range);
    if (!sheet || !moved) return;
    shiftCells(this.#book, sheet, moved.shift);
    this.#book.notify({ kind: 'cells', source: 'person', sheet, area: moved.shift.area, what: moved.what });
  }

  #dirtyOf(id: string): Dirty {
    const dirty = this.#dirty.get(id) ?? { cells: new Map(), allCells: false, parts: new Set() };
    this.#dirty.set(id, dirty);
    return dirty;
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => this.flush());
  }

  /** Takes back everything touched so far and tells the book's listeners, with source `person`. */
  flush(): void {
    if (!this.#isPlanned) return;
    this.#isPlanned = false;
    const before = new Set(this.#book.sheets);
    const touched = [...this.#dirty];
    this.#dirty.clear();
    if (this.#sheetsDirty) {
      this.#sheetsDirty = false;
      if (readSheets(this.#univer, this.#book, this.#ids)) this.#tell('sheets');
      for (const sheet of this.#book.sheets)
        if (!before.has(sheet)) this.#readSheet(sheet, this.#ids.idOf(sheet), { cells: new Map(), allCells: true, parts: new Set(this.#parts.keys()) });
    }
    for (const [id, dirty] of touched) {
      const sheet = this.#ids.sheetOf(id);
      if (sheet && workbookOf(this.#univer).getSheetBySheetId(id)) this.#readSheet(sheet, id, dirty);
    }
  }

  #readSheet(sheet: Sheet, id: string, dirty: Dirty): void {
    for (const [kind, part] of this.#parts) if (dirty.parts.has(kind) && part.read(this.#univer, sheet, id)) this.#tell(kind, sheet);
    const area = dirty.allCells ? readAllCells(this.#univer, sheet, id, this.#tables) : readCells(this.#univer, sheet, id, dirty.cells, this.#tables);
    if (area) this.#book.notify({ kind: 'cells', source: 'person', sheet, area });
  }

  /** A recalculation changes values but is no edit: Excel raises no change event for it either. */
  #onResults(id: string | undefined, cells: MutationParams['cellValue'] = {}): void {
    const sheet = id === undefined ? undefined : this.#ids.sheetOf(id);
    if (!sheet || id === undefined) return;
    const positions = new Map<number, Set<number>>();
    for (const [row, line] of Object.entries(cells)) addColumns(positions, Number(row), Object.keys(line ?? {}));
    readCells(this.#univer, sheet, id, positions, this.#tables);
  }

  #onSelection(id: string | undefined): void {
    if (id === undefined || this.#ids.sheetOf(id) !== this.#book.activeSheet) return;
    const area = readSelection(this.#univer, id);
    if (sameArea(area, this.#book.selection)) return;
    this.#book.selection = area;
    this.#tell('selection', this.#book.activeSheet);
  }

  #onActivated(id: string | undefined): void {
    if (id !== undefined && this.#expected.delete(id)) {
      const shown = this.#ids.idOf(this.#book.activeSheet);
      this.muted(() => this.#univer.run(SetWorksheetActiveOperation.id, { unitId: this.#univer.unitId, subUnitId: shown }));
      return;
    }
    this.flush();
    const sheet = id === undefined ? undefined : this.#ids.sheetOf(id);
    if (!sheet || id === undefined || sheet === this.#book.activeSheet) return;
    this.#book.activeSheet = sheet;
    this.#book.selection = readSelection(this.#univer, id);
    this.#tell('selection', sheet);
  }

  #tell(kind: PartKind | 'sheets' | 'selection', sheet?: Sheet): void {
    const source: ChangeSource = 'person';
    this.#book.notify(sheet ? { kind, source, sheet } : { kind, source });
  }
}

function addColumns(cells: Map<number, Set<number>>, row: number, columns: readonly string[]): void {
  const known = cells.get(row) ?? new Set();
  for (const column of columns) known.add(Number(column));
  cells.set(row, known);
}
