import type { Abilities } from '../excel/abilities.ts';

/** What this Excel can do beyond what the product requires, as it says itself. */
export function officeAbilities(): Abilities {
  const { requirements } = Office.context;
  return { comments: requirements.isSetSupported('ExcelApi', '1.10'), mergedAreas: requirements.isSetSupported('ExcelApi', '1.13') };
}
