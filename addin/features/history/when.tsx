import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { agoText } from '../../ui/moments.ts';
import { timeText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSession } from '../services.tsx';

/** When something was: how long ago, and to the minute on hover. */
export function When({ at }: { readonly at: string }): ReactNode {
  const { language } = useWords();
  const { timeZone } = useSession().me.workspace;
  return (
    <time dateTime={at} title={timeText(at, timeZone)}>
      {agoText(at, useNow(), language, timeZone)}
    </time>
  );
}
