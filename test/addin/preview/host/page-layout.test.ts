import { beforeEach, describe, expect, it } from 'vitest';
import type { Sheet } from '../../../../addin/preview/model/book.ts';
import { failureOf, onSheet, open } from './open.ts';

let sheet: Sheet;
beforeEach(() => {
  ({ sheet } = open());
});

describe('how a sheet is printed', () => {
  it('is set and read back: margins in points or another unit, footers, area', async () => {
    const seen = await onSheet([['标题']], async (on, context) => {
      const { pageLayout } = on;
      pageLayout.setPrintMargins('Centimeters', { left: 2.54, top: 5.08 });
      pageLayout.bottomMargin = 60;
      pageLayout.setPrintArea('A1:C9');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
      pageLayout.headersFooters.defaultForAllPages.rightHeader = '督办';
      await context.sync();
      pageLayout.load('leftMargin,rightMargin,topMargin,bottomMargin');
      const footer = pageLayout.headersFooters.defaultForAllPages.load('centerFooter,leftFooter');
      const area = pageLayout.getPrintArea().load('address');
      await context.sync();
      return [
        pageLayout.leftMargin,
        pageLayout.rightMargin,
        pageLayout.topMargin,
        pageLayout.bottomMargin,
        footer.centerFooter,
        footer.leftFooter,
        area.address,
      ];
    });
    expect(seen).toEqual([72, 50.4, 144, 60, '第 &P 页，共 &N 页', '', '台账!A1:C9']);
    expect(sheet.page?.header).toEqual({ left: '', center: '', right: '督办' });
  });

  it('moves with inserted rows', async () => {
    await onSheet([['标题']], (on) => {
      on.pageLayout.setPrintArea('A1:C9');
      on.pageLayout.setPrintTitleRows('$2:$3');
      on.getRange('2:2').insert('Down');
    });
    expect(sheet.page).toMatchObject({ printArea: { row: 0, rows: 10 }, titleRows: { first: 2, count: 2 } });
  });

  it('refuses what is no margin, and says that an area not set is not there', async () => {
    expect(await failureOf(onSheet([], (on) => void (on.pageLayout.leftMargin = -1)))).toMatchObject({ code: 'InvalidArgument' });
    expect(await failureOf(onSheet([], (on) => on.pageLayout.getPrintArea().load('address')))).toMatchObject({ code: 'ItemNotFound' });
  });
});
