import type { Download, FrameLocator, Locator, Page } from 'playwright-core';
import { areaAddress, parseAddress } from '../../../addin/preview/model/address.ts';
import { areaOf } from '../../../addin/preview/model/areas.ts';
import type { PreviewHandle } from '../../../addin/preview/page/handle.ts';
import { atEnd } from './at-end.ts';
import { theBrowser } from './browser.ts';
import type { Workspace } from './workspace.ts';

type SeenCell = ReturnType<PreviewHandle['cell']>;
type DrawnCell = ReturnType<PreviewHandle['drawn']>;
type DrawnBorders = ReturnType<PreviewHandle['drawnBorders']>;

/** A person's pace, in milliseconds. Typed faster than anyone can, Univer misses the Enter while a cell's list of choices is opening. */
const KEY_DELAY = 60;
const BEFORE_ENTER = 250;

export interface PreviewOptions {
  readonly query?: string;
  readonly expected?: RegExp | null;
}

/** The preview in a real browser, driven with mouse and keyboard, and seen through the workbook behind it. */
export class PreviewPage {
  readonly page: Page;
  /** What the page complained about: uncaught errors and errors on the console. */
  readonly faults: string[] = [];
  readonly #expected: RegExp | null;

  private constructor(page: Page, expected: RegExp | null) {
    this.page = page;
    this.#expected = expected;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
  }

  /**
   * Opens the preview with the sample ledger and a workspace's key filled in, with nothing remembered of other pages. It is closed after the last test of the
   * file at the latest, which fails when the page had something to complain about that was not `expected`. `query` such as `?lang=en`.
   */
  static async open({ address, key, isFirst }: Workspace, { query = '', expected = null }: PreviewOptions = {}): Promise<PreviewPage> {
    const browser = await theBrowser();
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    if (!isFirst) await context.route('**/preview/config.json', (route) => route.fulfill({ json: { key } }));
    const preview = new PreviewPage(await context.newPage(), expected);
    atEnd(() => preview.close());
    await preview.page.goto(`${address}${query}`);
    await preview.ready();
    return preview;
  }

  /** Closes the page; fails when it had something to complain about that was not expected. */
  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    await this.page.context().close();
    const faults = this.faults.filter((fault) => this.#expected?.test(fault) !== true);
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join('\n')}`);
  }

  /** Waits until a workbook is open and its grid has been drawn. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.preview !== undefined);
    await this.page.locator('#grid canvas').first().waitFor();
    await this.page.evaluate(() => new Promise((done) => setTimeout(done, 500))); // Univer binds its keys a little after drawing
  }

  /** The task pane. */
  get pane(): FrameLocator {
    return this.page.frameLocator('#pane iframe');
  }

  /** A button of the task pane. */
  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name });
  }

  /** A place of the task pane. */
  tab(name: string): Locator {
    return this.pane.getByRole('tab', { name, exact: true });
  }

  /** Pushes the sheet in view, and waits until the pane says that it is done. */
  async push(): Promise<void> {
    await this.button(/^推送/).click();
    await this.pane.getByText(/推送完成/).waitFor({ timeout: 60_000 });
  }

  /** Connects, and confirms and pushes sheets of the open workbook, one after the other. */
  async connectAndPush(...sheets: readonly string[]): Promise<void> {
    await this.button('连接').click();
    for (const sheet of sheets) {
      await this.openSheet(sheet);
      await this.button(/^确认/).click();
      await this.push();
    }
  }

  /** Goes down a list of the task pane with the arrow key until `value` is chosen. */
  async choose(list: Locator, value: string): Promise<void> {
    await list.focus();
    const most = await list.locator('option').count();
    for (let presses = 0; presses < most && (await list.inputValue()) !== value; presses += 1) await this.page.keyboard.press('ArrowDown');
    if ((await list.inputValue()) !== value) throw new Error(`no choice ${value} further down`);
  }

  /** The counts of the task pane that tell `label` among others, by their names. */
  async counts(label: string): Promise<Readonly<Record<string, number>>> {
    const texts = await this.pane.locator('dl', { hasText: label }).locator('div').allInnerTexts();
    return Object.fromEntries(texts.map((text) => [text.replaceAll(/[\d\s]/g, ''), Number(/\d+/.exec(text)?.[0])]));
  }

  /** Clicks a sheet's tab. */
  async openSheet(name: string): Promise<void> {
    await this.page.locator('[data-u-comp="slide-tab-bar"]').getByText(name, { exact: true }).click();
    await this.page.waitForFunction((wanted) => window.preview?.session.book.activeSheet.name === wanted, name);
  }

  /** Goes to a cell (zero-based) by the name box beside the formula bar. */
  async goTo(row: number, column: number): Promise<void> {
    await this.select(areaAddress(areaOf(row, column)));
  }

  /** Selects an area such as `A11:N14` by the name box. */
  async select(address: string): Promise<void> {
    const wanted = parseAddress(address);
    if (wanted === null) throw new Error(`no address: ${address}`);
    const box = this.page.locator('[data-u-comp="defined-name"] input');
    await box.click();
    await box.fill(address);
    await box.press('Enter');
    await this.page.waitForFunction(
      ([row, column]) => {
        const { selection } = window.preview?.session.book ?? {};
        return selection?.row === row && selection.column === column;
      },
      [wanted.row, wanted.column] as const,
    );
  }

  /** Types into a cell (zero-based) and presses Enter; resolves when the workbook has taken it. */
  async type(row: number, column: number, text: string): Promise<void> {
    await this.goTo(row, column);
    const before = JSON.stringify(await this.cell(row, column));
    await this.page.keyboard.type(text, { delay: KEY_DELAY });
    await this.page.waitForTimeout(BEFORE_ENTER);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(([r, c, was]) => JSON.stringify(window.preview?.cell(r, c)) !== was, [row, column, before] as const);
  }

  /** A cell of the active sheet (zero-based) as the workbook has it. */
  async cell(row: number, column: number): Promise<SeenCell> {
    return this.page.evaluate(([r, c]) => window.preview?.cell(r, c), [row, column] as const) as Promise<SeenCell>;
  }

  /** What Univer itself holds in a cell (zero-based) of the active sheet: what the person sees. */
  async drawn(row: number, column: number): Promise<DrawnCell> {
    return this.page.evaluate(([r, c]) => window.preview?.drawn(r, c), [row, column] as const) as Promise<DrawnCell>;
  }

  /** The colours of a cell's borders (zero-based) as the grid shows them. */
  async drawnBorders(row: number, column: number): Promise<DrawnBorders> {
    return this.page.evaluate(([r, c]) => window.preview?.drawnBorders(r, c), [row, column] as const) as Promise<DrawnBorders>;
  }

  /** Opens the sample ledger anew, whatever was done to the workbook that is open. */
  async openSample(): Promise<void> {
    await this.#replaceBook(() => this.page.locator('#sample').click());
  }

  /** Opens a file as if dropped or chosen by the person. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  /** Opens a workbook and waits until it is shown with a pane of its own. Fails when it is refused. */
  async openBook(name: string, bytes: Uint8Array): Promise<void> {
    await this.#replaceBook(() => this.openFile(name, bytes));
  }

  /** Waits until another workbook is there; what was not saved of the one before is given up. */
  async #replaceBook(open: () => Promise<void>): Promise<void> {
    await this.page.evaluate(() => delete window.preview);
    await open();
    await this.page.waitForFunction(() => window.preview !== undefined || document.querySelector('#leave[open]') !== null);
    const leave = this.page.locator('#leave[open] button[value=yes]');
    if (await leave.isVisible()) await leave.click();
    await this.ready();
  }

  /** Presses Save and answers with the bytes of the downloaded file. */
  async save(): Promise<Uint8Array> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.locator('#save').click()]);
    return readDownload(download);
  }
}

/** The bytes of a downloaded file. */
export async function readDownload(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
