import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { agoText, exactText } from './moments.ts';
import { useNow } from './use-now.ts';

/** When something was: how long ago, and to the second on hover. */
export function When({ at }: { readonly at: string }): ReactNode {
  const { language } = useWords();
  return (
    <time dateTime={at} title={exactText(at, language)}>
      {agoText(at, useNow(), language)}
    </time>
  );
}
