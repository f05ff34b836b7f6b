import type { Univer } from '@univerjs/core';
import type { Language } from '../../../shared/message.ts';
import { GridView } from '../grid/grid-view.ts';
import type { Book } from '../model/book.ts';
import { ExcelHost } from '../host/excel-host.ts';
import { loadSettings, saveSettings } from './settings.ts';
import { XdmHost } from './xdm-host.ts';

export interface SessionOptions {
  readonly univer: Univer;
  readonly book: Book;
  readonly language: Language;
  /** The pane's frame is put here. */
  readonly pane: HTMLElement;
  /** Of the frame, which has no text of its own. */
  readonly paneTitle: string;
  readonly paneAddress: string;
}

/** One open workbook: its view, its Excel host, and the task pane that talks to it. */
export class Session {
  readonly book: Book;
  readonly view: GridView;
  readonly host: ExcelHost;
  readonly #options: SessionOptions;
  #pane: { readonly xdm: XdmHost; readonly iframe: HTMLIFrameElement } | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.book = options.book;
    this.view = new GridView(options.univer, options.book, options.language);
    this.host = new ExcelHost(options.book);
    this.host.onEvents((events) => this.#pane?.xdm.raise(events));
    this.openPane();
  }

  /** Loads the task pane, afresh when it is open already. */
  openPane(): void {
    this.#closePane();
    const iframe = document.createElement('iframe');
    iframe.title = this.#options.paneTitle;
    const xdm = new XdmHost({
      iframe,
      address: this.#options.paneAddress,
      locale: this.#options.language === 'en' ? 'en-US' : 'zh-CN',
      settings: { load: () => loadSettings(this.book), save: (settings) => saveSettings(this.book, settings) },
      processQuery: (body) => {
        this.view.settle();
        return this.host.process(body);
      },
    });
    this.#pane = { xdm, iframe };
    this.#options.pane.append(iframe);
  }

  dispose(): void {
    this.#closePane();
    this.host.dispose();
    this.view.dispose();
  }

  #closePane(): void {
    this.#pane?.xdm.dispose();
    this.#pane?.iframe.remove();
    this.#pane = null;
  }
}
