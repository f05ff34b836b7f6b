import type { Book } from '../model/book.ts';

/** The document settings as office.js carries them: name → JSON. */
export function loadSettings(book: Book): Readonly<Record<string, string>> {
  return Object.fromEntries([...book.settings].map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Replaces the document settings by those office.js saves. */
export function saveSettings(book: Book, settings: Readonly<Record<string, string>>): void {
  book.settings.clear();
  for (const [name, json] of Object.entries(settings)) book.settings.set(name, JSON.parse(json));
  book.notify({ kind: 'settings', source: 'addin' });
}
