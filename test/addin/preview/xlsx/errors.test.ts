import { describe, expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { openXlsx, XlsxError } from '../../../../addin/preview/xlsx/index.ts';
import { partsOf, relationships, sheetPackage, zipOf } from './support/packages.ts';

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await openXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
  return 'opened';
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const good = sheetPackage('<sheetData/>');

describe('a file that cannot be opened is named for what it is', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'notXlsx'],
    ['plain text', strToU8('序号,责任单位'), 'notXlsx'],
    ['an old .xls', new Uint8Array([...COMPOUND, ...utf16('Workbook')]), 'legacyXls'],
    ['a workbook with a password', new Uint8Array([...COMPOUND, 1, ...utf16('EncryptedPackage')]), 'encrypted'],
    ['a zip of something else', zipOf({ 'readme.txt': 'x' }), 'notXlsx'],
    ['an OpenDocument sheet', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'notXlsx'],
    [
      'a .docx',
      zipOf({ ...partsOf(good), '[Content_Types].xml': partsOf(good)['[Content_Types].xml']!.replace('spreadsheetml.sheet', 'wordprocessingml.document') }),
      'notXlsx',
    ],
    ['a package without a main document', zipOf({ ...partsOf(good), '_rels/.rels': relationships() }), 'notXlsx'],
    ['a download cut short', good.slice(0, good.length - 40), 'broken'],
    ['a missing sheet part', zipOf({ ...partsOf(good), 'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/gone.xml']) }), 'broken'],
    ['XML cut short', sheetPackage('<sheetData><row>'), 'broken'],
    ['tags that do not match', sheetPackage('<sheetData><row></sheetData></row>'), 'broken'],
    ['a document type declaration', sheetPackage('', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }), 'broken'],
    [
      'no sheet at all',
      sheetPackage('', { 'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>' }),
      'broken',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

async function opens(bytes: Uint8Array): Promise<unknown> {
  return (await openXlsx(bytes)).sheets[0]!.cells.get(0)?.get(0)?.value;
}

function strict(text: string): string {
  return text.replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships');
}

describe('an odd but sound file opens', () => {
  const cell = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';
  const parts = partsOf(sheetPackage(cell));

  it('with absolute relationship targets', async () => {
    expect(
      await opens(
        zipOf({
          ...parts,
          '_rels/.rels': relationships(['officeDocument', '/xl/workbook.xml']),
          'xl/_rels/workbook.xml.rels': relationships(['worksheet', '/xl/worksheets/sheet1.xml']),
        }),
      ),
    ).toBe(7);
  });

  it('with a prefix on every element', async () => {
    const prefixed = parts['xl/worksheets/sheet1.xml']!.replaceAll(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    expect(await opens(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': prefixed }))).toBe(7);
  });

  it('with rows and cells that do not say where they are', async () => {
    expect(await opens(sheetPackage('<sheetData><row><c><v>7</v></c></row></sheetData>'))).toBe(7);
  });

  it('with backslashes in the zip and part names in another case', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...rest } = parts;
    expect(await opens(zipOf({ ...rest, 'xl\\worksheets\\Sheet1.xml': sheet }))).toBe(7);
  });

  it('in the strict form of the standard', async () => {
    expect(await opens(zipOf(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strict(text)]))))).toBe(7);
  });
});
