import type { PageLine } from '../model/page-setup.ts';

const SECTIONS = { L: 'left', C: 'center', R: 'right' } as const;

/** The parts of a header or footer: `&L` left, `&C` centre, `&R` right (ECMA-376 18.3.1.39); what comes before any of them is the centre. */
export function readPageLine(text: string): PageLine {
  const line = { left: '', center: '', right: '' };
  let section: keyof PageLine = 'center';
  for (const [piece] of text.matchAll(/&[\s\S]|[^&]+|&$/g)) {
    const mark = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof SECTIONS | undefined;
    if (mark) section = SECTIONS[mark];
    else line[section] += piece;
  }
  return line;
}

export function pageLineText(line: PageLine): string {
  return Object.entries(SECTIONS)
    .map(([mark, section]) => (line[section] === '' ? '' : `&${mark}${line[section]}`))
    .join('');
}
