import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { ADDIN_ID } from '../../../../addin/preview/xlsx/web-extension.ts';
import { bookOf, partsOf, relationships, sheetPackage } from './support/packages.ts';

const PANES = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const EXTENSION = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const WE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const stranger = `<we:webextension xmlns:we="${WE}" id="{AAAA}"><we:reference id="wa104000000" version="1.0.0.0" store="zh-CN" storeType="OMEX"/><we:properties><we:property name="taizhang.asOf" value="&quot;1999-01-01&quot;"/></we:properties></we:webextension>`;
const withStranger = sheetPackage('<sheetData/>', {
  '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml'], [PANES, 'xl/webextensions/taskpanes.xml']),
  'xl/webextensions/taskpanes.xml':
    '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>',
  'xl/webextensions/_rels/taskpanes.xml.rels': relationships([EXTENSION, 'webextension1.xml']),
  'xl/webextensions/webextension1.xml': stranger,
});

describe('document settings', () => {
  it('are saved in the file and read back, of any JSON', async () => {
    const { book } = bookOf(['x']);
    const settings: [string, unknown][] = [
      ['taizhang.asOf', '2022-06-30'],
      ['列表', [1, { 甲: '“&<>' }, null]],
      ['flag', false],
    ];
    for (const [name, value] of settings) book.settings.set(name, value);
    expect([...(await openXlsx(await saveXlsx(book))).settings]).toEqual(settings);
  });

  it('stand in the parts and relationships where Office looks for them', async () => {
    const { book } = bookOf(['x']);
    book.settings.set('taizhang.asOf', '2022-06-30');
    const parts = partsOf(await saveXlsx(book));
    expect(parts['_rels/.rels']).toContain(`Type="${PANES}" Target="xl/webextensions/taskpanes.xml"`);
    expect(parts['xl/webextensions/_rels/taskpanes.xml.rels']).toContain(`Type="${EXTENSION}" Target="webextension1.xml"`);
    expect(parts['xl/webextensions/webextension1.xml']).toContain('<property name="taizhang.asOf" value="&quot;2022-06-30&quot;"/>');
    expect(parts['[Content_Types].xml']).toContain('PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"');
  });

  it('carry the id of the manifest, as Office gives settings to no other add-in', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../manifest.xml'), 'utf8')).toContain(`<Id>${ADDIN_ID}</Id>`);
  });

  it('of another add-in are neither read nor changed', async () => {
    const book = await openXlsx(withStranger);
    expect(book.settings.size).toBe(0);
    book.settings.set('taizhang.asOf', '2022-06-30');
    const saved = await saveXlsx(book);
    expect(partsOf(saved)['xl/webextensions/webextension1.xml']).toBe(stranger);
    expect([...(await openXlsx(saved)).settings]).toEqual([['taizhang.asOf', '2022-06-30']]);
  });

  it('leave no trace in a workbook without any, and can be taken out again', async () => {
    const { book } = bookOf(['x']);
    expect(Object.keys(partsOf(await saveXlsx(book))).filter((path) => path.includes('webext'))).toEqual([]);
    book.settings.set('a', 1);
    const opened = await openXlsx(await saveXlsx(book));
    opened.settings.delete('a');
    expect((await openXlsx(await saveXlsx(opened))).settings.size).toBe(0);
  });

  it('and custom XML parts are added, changed and taken away', async () => {
    const { book } = bookOf(['x']);
    book.customXmlParts = [
      { id: '{1}', xml: '<a/>' },
      { id: '{2}', xml: '<b/>' },
    ];
    const opened = await openXlsx(await saveXlsx(book));
    expect(opened.customXmlParts).toEqual(book.customXmlParts);
    opened.customXmlParts = [{ id: '{2}', xml: '<b c="1"/>' }];
    expect((await openXlsx(await saveXlsx(opened))).customXmlParts).toEqual([{ id: '{2}', xml: '<b c="1"/>' }]);
  });
});
