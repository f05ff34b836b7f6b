import type { Language } from '../../message.ts';

/** The words for one area's message codes; `{name}` is replaced by the parameter of that name. */
export type Messages = Readonly<Record<Language, Readonly<Record<string, string>>>>;
