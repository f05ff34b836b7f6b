import { expect, test } from 'vitest';
import { slipSheet } from '../../../../addin/features/draw/slip-sheet.ts';
import { goodSlip } from '../../../shared/draw/support.ts';
import { speaking } from '../reports/speaking.ts';

/** What the parties noted in the pane when the list was frozen must be found on the slip under the same name. */
test.each(['zh-CN', 'en'] as const)('the printed slip has both digests, each under the name the pane gives it: %s', async (language) => {
  const made = await goodSlip();
  const { t } = await speaking(language);
  const notes = slipSheet(made, { t, language, timeZone: 'Asia/Shanghai' }).notes?.map(({ left }) => left) ?? [];
  for (const hash of ['termsHash', 'listHash'] as const) expect(notes).toContain(`${t(`draw.${hash}`)} ${made[hash]}`);
  expect(t('draw.termsHash')).not.toBe(t('draw.listHash'));
});
