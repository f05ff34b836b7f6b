import type { Language } from '../../message.ts';

/** The words for one area's message codes; `{name}` is replaced by the parameter of that name, `{name|one|many}` by a word for its number. */
export type Messages = Readonly<Record<Language, Readonly<Record<string, string>>>>;
