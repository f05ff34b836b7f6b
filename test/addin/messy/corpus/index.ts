import type { MessyBook } from '../support/messy-book.ts';
import { headerBooks } from './headers.ts';
import { placeBooks } from './places.ts';
import { rowBooks } from './rows.ts';
import { severalBooks } from './several.ts';
import { valueBooks } from './values.ts';

/** Workbooks as clerks keep them, each with one or more troubles. */
export const messyBooks: readonly MessyBook[] = [...headerBooks, ...rowBooks, ...valueBooks, ...placeBooks, ...severalBooks];
