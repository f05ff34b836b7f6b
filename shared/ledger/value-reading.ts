import type { Message } from '../message.ts';

/** A field's canonical value (null: blank), or why the cell cannot be read. */
export type ValueReading = { readonly value: string | number | null } | { readonly problem: Message };
