/** The package of a workbook that was made here, before its sheets are put in. */

import { strToU8 } from 'fflate';
import { Package } from './package.ts';
import { officeRelation } from './relationships.ts';
import { XML_HEAD } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;

const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets/></workbook>`;

// 宋体 is on every machine in China, in Excel and WPS alike.
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><color rgb="FF000000"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;

export function blankPackage(): Package {
  const made = new Package(new Map([['[Content_Types].xml', strToU8(XML_HEAD + CONTENT_TYPES)]]));
  made.write('xl/workbook.xml', XML_HEAD + WORKBOOK, `${SPREADSHEET}.sheet.main+xml`);
  made.relate('', officeRelation('officeDocument'), 'xl/workbook.xml');
  made.write('xl/styles.xml', XML_HEAD + STYLES, `${SPREADSHEET}.styles+xml`);
  made.relate('xl/workbook.xml', officeRelation('styles'), 'xl/styles.xml');
  return made;
}
