import { describe, expect, test } from 'vitest';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { bookOf, partsOf, savedSheet, sheetPackage } from './support/packages.ts';

const landscape = { orientation: 'landscape', paper: 9, fit: { wide: 1, tall: 0 }, isCentered: true, titleRows: { first: 1, count: 1 } } as const;

describe('how a sheet is printed', () => {
  test('comes back from the file', async () => {
    const { book, sheet } = bookOf(['标题'], ['责任单位']);
    sheet.page = landscape;
    expect((await openXlsx(await saveXlsx(book))).sheets[0]?.page).toEqual(landscape);
  });

  test('of a file that says nothing of it is left out again', async () => {
    const opened = await openXlsx(await saveXlsx(bookOf(['甲']).book));
    expect(opened.sheets[0]?.page).toBeUndefined();
    expect(await savedSheet(opened)).not.toContain('pageSetup');
  });

  test('keeps what else the file has of it when it is changed', async () => {
    const inside = '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><sheetData/><printOptions gridLines="1"/><pageSetup paperSize="8" scale="70" copies="2"/>';
    const opened = await openXlsx(sheetPackage(inside));
    const [sheet] = opened.sheets;
    if (sheet) sheet.page = { ...sheet.page, ...landscape };
    const saved = await savedSheet(opened);
    expect(saved).toContain('<sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="1"/></sheetPr>');
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
