import { describe, expect, test } from 'vitest';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { seenByOpenpyxl } from './support/other-programs.ts';
import { bookOf, partsOf, savedSheet, sheetPackage } from './support/packages.ts';

const order = {
  orientation: 'portrait',
  paper: 9,
  fit: { wide: 1, tall: 0 },
  margins: { left: 70.866, right: 70.866, top: 85.039, bottom: 72, header: 21.6, footer: 36 },
  header: { left: '', center: '', right: '乌达区 R&&D' },
  footer: { left: '', center: '第 &P 页，共 &N 页', right: '' },
  printArea: { row: 0, column: 0, rows: 20, columns: 5 },
} as const;
const landscape = { orientation: 'landscape', paper: 9, fit: { wide: 1, tall: 0 }, isCentered: true, titleRows: { first: 1, count: 1 } } as const;

describe('how a sheet is printed', () => {
  test('comes back from the file', async () => {
    const { book, sheet } = bookOf(['标题'], ['责任单位']);
    sheet.page = landscape;
    expect((await openXlsx(await saveXlsx(book))).sheets[0]?.page).toEqual(landscape);
  });

  test('comes back with margins, page numbers and the area printed, and openpyxl sees the same', async () => {
    const { book, sheet } = bookOf(['标题'], ['责任单位']);
    sheet.page = order;
    const saved = await saveXlsx(book);
    expect((await openXlsx(saved)).sheets[0]?.page).toEqual(order);
    const { print, page } = seenByOpenpyxl(saved).sheets['表一']!;
    expect(String(print)).toContain('$A$1:$E$20');
    expect(String(page)).toContain('&amp;C第 &amp;P 页，共 &amp;N 页');
  });

  test('of a file that says nothing of it is left out again', async () => {
    const opened = await openXlsx(await saveXlsx(bookOf(['甲']).book));
    expect(opened.sheets[0]?.page).toBeUndefined();
    expect(await savedSheet(opened)).not.toContain('pageSetup');
  });

  test('keeps what else the file has of it when it is changed', async () => {
    const inside =
      '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><sheetData/><printOptions gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.2" footer="0.2"/><pageSetup paperSize="8" scale="70" copies="2"/><headerFooter scaleWithDoc="0"><oddHeader>&amp;L左&amp;C中</oddHeader><firstFooter>首</firstFooter></headerFooter>';
    const opened = await openXlsx(sheetPackage(inside));
    const [sheet] = opened.sheets;
    if (sheet) sheet.page = { ...sheet.page, ...landscape };
    const saved = await savedSheet(opened);
    expect(saved).toContain('<sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(opened.sheets[0]?.page?.header).toEqual({ left: '左', center: '中', right: '' });
    expect(saved).toContain('<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>');
    expect(saved).toContain('<headerFooter scaleWithDoc="0"><oddHeader>&amp;L左&amp;C中</oddHeader><firstFooter>首</firstFooter></headerFooter>');
    expect(saved).toContain('<printOptions gridLines="1" horizontalCentered="1"/>');
    expect(saved).toContain('<pageSetup paperSize="9" copies="2" fitToWidth="1" fitToHeight="0" orientation="landscape"/>');
  });

  test('names rows beside columns that are printed again on every page', async () => {
    const { book, sheet } = bookOf(['标题'], ['责任单位']);
    sheet.page = { titleRows: { first: 0, count: 2 } };
    const parts = partsOf(await saveXlsx(book));
    expect(parts['xl/workbook.xml']).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">表一!$1:$2</definedName>');
    const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">一!$A:$B,一!$1:$1</definedName></definedNames>`;
    const workbook = (partsOf(sheetPackage('<sheetData/>'))['xl/workbook.xml'] ?? '').replace('</sheets>', `</sheets>${names}`);
    const opened = await openXlsx(sheetPackage('<sheetData/>', { 'xl/workbook.xml': workbook }));
    expect(opened.sheets[0]?.page).toEqual({ titleRows: { first: 0, count: 1 } });
    if (opened.sheets[0]) opened.sheets[0].page = { titleRows: { first: 1, count: 1 } };
    expect(partsOf(await saveXlsx(opened))['xl/workbook.xml']).toContain('>一!$A:$B,一!$2:$2<');
  });
});
