import './page.css';
import type { Univer } from '@univerjs/core';
import { loadFonts } from '../grid/fonts.ts';
import { startUniver } from '../grid/univer.ts';
import type { Book } from '../model/book.ts';
import { sampleLedger } from '../sample/ledger.ts';
import { Chrome } from './chrome.ts';
import { readConfig } from './config.ts';
import { exposeSession } from './handle.ts';
import { downloadBook, openFile, watchDrops } from './files.ts';
import { Session } from './session.ts';
import { languageOf } from './words.ts';
import { xlsxReason } from './xlsx-reason.ts';

const language = languageOf(location.search);
const chrome = new Chrome(language, {
  open: (file) => void open(file),
  save: () => void save(),
  sample: () => void openSample(),
  reload: () => session?.openPane(),
});
const [{ key }] = await Promise.all([readConfig(), loadFonts()]);
let univer: Univer | null = null;
let session: Session | null = null;
let isUnsaved = false;

function show(book: Book): void {
  session?.dispose();
  univer?.dispose();
  univer = startUniver(gridContainer(), language);
  session = new Session({
    univer,
    book,
    language,
    pane: chrome.pane,
    paneTitle: chrome.say('pane'),
    paneAddress: `/taskpane.html${key === null ? '' : `#key=${encodeURIComponent(key)}`}`,
  });
  exposeSession(session);
  markUnsaved(false);
  book.onChange(({ kind }) => kind !== 'selection' && markUnsaved(true));
}

/** A fresh element for each workbook: Univer leaves its own behind when it is disposed of. */
function gridContainer(): HTMLElement {
  const container = document.createElement('div');
  container.className = 'univer';
  chrome.grid.replaceChildren(container);
  return container;
}

function markUnsaved(value: boolean): void {
  isUnsaved = value;
  chrome.showFile(session?.book.name ?? '', value);
}

async function mayLeave(): Promise<boolean> {
  return !isUnsaved || (await chrome.mayLeave());
}

async function open(file: File): Promise<void> {
  try {
    const book = await openFile(file);
    if (await mayLeave()) show(book);
  } catch (error) {
    chrome.showFault('cannotOpen', { name: file.name, reason: xlsxReason(error, language) });
  }
}

async function save(): Promise<void> {
  if (!session) return;
  session.view.settle();
  try {
    await downloadBook(session.book);
    markUnsaved(false);
  } catch (error) {
    chrome.showFault('cannotSave', { reason: String(error) });
  }
}

async function openSample(): Promise<void> {
  if (await mayLeave()) show(await sampleLedger());
}

watchDrops(
  (file) => void open(file),
  (isOver) => chrome.showDrop(isOver),
);
window.addEventListener('beforeunload', (event) => {
  if (isUnsaved) event.preventDefault();
});
window.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault();
    void save();
  }
});
show(await sampleLedger());
