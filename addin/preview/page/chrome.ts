import type { Language } from '../../../shared/message.ts';
import { wordsIn } from './words.ts';
import type { Word } from './words.ts';

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The preview's page has no element #${id}.`);
  return found;
}

export interface ChromeActions {
  open(file: File): void;
  save(): void;
  sample(): void;
  reload(): void;
}

/** Everything on the page around grid and pane: names, buttons, notices. */
export class Chrome {
  readonly grid = element('grid');
  readonly pane = element('pane');
  readonly say: ReturnType<typeof wordsIn>;

  constructor(language: Language, actions: ChromeActions) {
    this.say = wordsIn(language);
    document.documentElement.lang = language;
    document.title = this.say('title');
    element('loading').textContent = this.say('loading');
    element('drop').textContent = this.say('drop');
    const file = element('file') as HTMLInputElement;
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      file.value = '';
      if (chosen) actions.open(chosen);
    });
    this.#button('open', 'openHint', () => file.click());
    this.#button('save', 'saveHint', () => actions.save());
    this.#button('sample', 'sampleHint', () => actions.sample());
    this.#button('reload', 'reload', () => actions.reload()).textContent = '↻';
    element('reload').setAttribute('aria-label', this.say('reload'));
    const other = element('language') as HTMLAnchorElement;
    other.textContent = this.say('otherLanguage');
    other.href = language === 'en' ? '?' : '?lang=en';
    const close = element('notice').querySelector('button');
    if (close) close.textContent = this.say('close');
    close?.addEventListener('click', () => this.#showNotice(null));
  }

  /** The file's name in the bar, marked while something is not saved. */
  showFile(name: string, isUnsaved: boolean): void {
    element('file-name').textContent = name;
    element('unsaved').hidden = !isUnsaved;
  }

  showReady(): void {
    element('loading').remove();
  }

  showDrop(isOver: boolean): void {
    element('drop').hidden = !isOver;
  }

  /** Tells the person what went wrong, until closed. */
  showFault(word: Word, params: Readonly<Record<string, string>>): void {
    this.#showNotice(this.say(word, params));
  }

  /** Asks whether unsaved changes may go; resolves to the answer. */
  async mayLeave(): Promise<boolean> {
    const dialog = element('leave') as HTMLDialogElement;
    const [no, yes] = [...dialog.querySelectorAll('button')];
    const text = dialog.querySelector('p');
    if (text) text.textContent = this.say('leave');
    if (no) no.textContent = this.say('leaveNo');
    if (yes) yes.textContent = this.say('leaveYes');
    dialog.returnValue = 'no';
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
  }

  #button(id: 'open' | 'save' | 'sample' | 'reload', hint: Word, act: () => void): HTMLElement {
    const button = element(id);
    button.textContent = this.say(id);
    button.title = this.say(hint);
    button.addEventListener('click', act);
    return button;
  }

  #showNotice(text: string | null): void {
    const notice = element('notice');
    notice.hidden = text === null;
    const line = notice.querySelector('p');
    if (line) line.textContent = text;
  }
}
