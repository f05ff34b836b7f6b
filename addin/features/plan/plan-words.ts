import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { planNumbers, type PlanNumberPointer } from '../../../shared/scoring/plan-numbers.ts';
import { isNumberPointer, type PlanPointer, type PlanTexts } from './plan-texts.ts';

/** A number as it is, with a true minus sign. */
function plainText(value: number): string {
  return String(value).replace('-', '−');
}

/** A share as a percentage, with every decimal it has. */
function shareText(value: number): string {
  return String(Number((value * 100).toFixed(4)));
}

/** A number of the plan with what it counts. */
export function numberWords(pointer: PlanNumberPointer, value: number, t: TFunction): string {
  switch (planNumbers[pointer]) {
    case 'days':
      return t(pointer === '/immediateWorkdays' ? 'plan.units.workdays' : 'plan.units.days', { count: value });
    case 'count':
      return t('plan.units.answers', { count: value });
    case 'share':
      return t('plan.units.percent', { value: shareText(value) });
    case 'weight':
      return plainText(value);
    default:
      return t('plan.units.points', { points: plainText(value) });
  }
}

/** What fields are called, and what they say, in the language of the pane. */
export function usePlanWords(): {
  readonly nameOf: (pointer: PlanPointer) => string;
  readonly namesOf: (pointers: readonly PlanPointer[]) => string;
  readonly valueOf: (pointer: PlanPointer, texts: PlanTexts) => string;
} {
  const { t } = useTranslation();
  const nameOf = (pointer: PlanPointer): string => t(`plan.fields.${pointer}`);
  return {
    nameOf,
    namesOf: (pointers) => pointers.map(nameOf).join(t('common.listSeparator')),
    valueOf(pointer, texts) {
      const text = texts[pointer];
      if (isNumberPointer(pointer)) return numberWords(pointer, Number(text), t);
      if (pointer === '/restDayPolicy') return t(`plan.restDay.${text === 'next' || text === 'previous' ? text : 'keep'}`);
      if (pointer === '/publishScores') return t(text === 'true' ? 'plan.yes' : 'plan.no');
      return text === '' ? t('plan.none') : text;
    },
  };
}
