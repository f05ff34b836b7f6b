import type { TFunction } from 'i18next';
import type { Language, Message } from '../../../shared/message.ts';

/** The words a report sheet is written with. */
export interface SheetWords {
  readonly language: Language;
  readonly t: TFunction;
  readonly words: (message: Message) => string;
}
