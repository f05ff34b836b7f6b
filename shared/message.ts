/** Something to tell a person, as a code with parameters; words are made of it at the edges (`contract/messages/`). */
export interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The languages people are spoken to in. */
export type Language = 'zh-CN' | 'en';

/** Makes a message; `params` may be left out. */
export function message(code: string, params: Message['params'] = {}): Message {
  return { code, params };
}
