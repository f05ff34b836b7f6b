import { foldWidth } from '../text/fold.ts';
import { toSimplified } from '../text/simplified.ts';
import type { Content, Entry } from './entry.ts';
import { remember } from './remember.ts';

/** Pinyin in brackets after a character, as pasted web text has it: `烏達(dá)區(qū)`. After folding, so the brackets are half-width. */
const PINYIN = /(?<=\p{Script=Han})(?:\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]+\))+/gu;

const BLANKS = /[\s\u200B-\u200D\u2060\uFEFF]+/g;

/**
 * What two spellings of a unit's name have in common (domain, Unit names): half-width, simplified, without blanks and pinyin
 * in brackets, 与 as 和, and without the district in front (乌达区 or only 区). `district` is the plan's; '' for none.
 */
export function foldUnitName(name: string, district: string): string {
  const folded = foldName(name);
  const prefix = foldName(district);
  return prefix === '' ? folded : withoutPrefix(folded, prefix);
}

function foldName(name: string): string {
  return toSimplified(foldWidth(name).replace(BLANKS, '').replace(PINYIN, '')).replaceAll('与', '和');
}

/** 乌达区区委办 and 区委办 are the same, so the district is taken off as often as it stands there; never the whole name. */
function withoutPrefix(name: string, district: string): string {
  const prefixes = /[区旗县市]$/.test(district) ? [district, district.slice(-1)] : [district];
  let rest = name;
  for (;;) {
    const prefix = prefixes.find((candidate) => rest.length > candidate.length && rest.startsWith(candidate));
    if (prefix === undefined) return rest;
    rest = rest.slice(prefix.length);
  }
}

const SEPARATORS = new Set('、，,；;/／\n\r');
const ANY_SEPARATOR = /[、，,；;/／\n\r:：]|牵头|配合|主办|协办/;
const MARKER = /(牵头|主办|责任|配合|协办|协同|协助|参与)(?:责任)?(?:单位|部门)?\s*[:：]/g;
const CO_MARKERS = new Set(['配合', '协办', '协同', '协助', '参与']);
const ROLE_AFTER_NAME = /(?:[（(]\s?(牵头|主办|配合|协办)(?:单位|部门)?\s?[)）]|(牵头|配合))$/;

/**
 * The unit names in a cell, the lead first (domain, Registers): `区发改委、区政务服务局`, also
 * `牵头单位：…；配合单位：…` and `区发改委（牵头）、区住建局（配合）`. Names are trimmed, as written, each once.
 */
export const splitUnits = remember((text: string): readonly string[] => {
  if (!ANY_SEPARATOR.test(text)) {
    const name = text.trim();
    return name === '' ? [] : [name];
  }
  const leads: string[] = [];
  const others: string[] = [];
  for (const { role, names } of markedParts(text)) {
    for (const part of cutNames(names)) {
      const roleOfName = ROLE_AFTER_NAME.exec(part);
      const name = part.replace(ROLE_AFTER_NAME, '').trim();
      const word = roleOfName?.[1] ?? roleOfName?.[2] ?? role;
      if (name !== '') (word !== null && !CO_MARKERS.has(word) ? leads : others).push(name);
    }
  }
  return [...new Set([...leads, ...others])];
});

/** The parts between separators, but not those inside brackets: 区市场监管局（食品、药品） is one name. Read from the end, so that a bracket never closed does no harm. */
function cutNames(text: string): string[] {
  const parts: string[] = [];
  let isInside = false;
  let end = text.length;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text.charAt(at);
    if (char === ')' || char === '）') isInside = true;
    else if (char === '(' || char === '（') isInside = false;
    else if (!isInside && SEPARATORS.has(char)) {
      parts.push(text.slice(at + 1, end));
      end = at;
    }
  }
  parts.push(text.slice(0, end));
  return parts.toReversed().map((part) =>
    part
      .trim()
      .replace(/[。.]$/, '')
      .trim(),
  );
}

/** The text cut at its 牵头单位： and 配合单位： markers; what stands before the first has no role. */
function markedParts(text: string): { role: string | null; names: string }[] {
  const parts: { role: string | null; names: string }[] = [];
  let role: string | null = null;
  let from = 0;
  for (const marker of text.matchAll(MARKER)) {
    parts.push({ role, names: text.slice(from, marker.index) });
    role = marker[1] ?? null;
    from = marker.index + marker[0].length;
  }
  parts.push({ role, names: text.slice(from) });
  return parts;
}

/** The lead and co-units of a measure, as written: the first name of its unit cell leads, the others and those of coUnits help. */
export function unitsOfMeasure(content: Content): { lead: string; co: string[] } {
  const [lead = '', ...others] = splitUnits(String(content['unit'] ?? ''));
  const co = new Set([...others, ...splitUnits(String(content['coUnits'] ?? ''))]);
  co.delete(lead);
  return { lead, co: [...co] };
}

export interface ResolvedUnit {
  /** The unit's name as its row has it; of an unknown unit the spelling met first. */
  readonly name: string;
  /** Its row in the units register; null for a unit nobody has entered. */
  readonly entry: Entry | null;
}

/** Finds units by any spelling of their names. */
export interface UnitDirectory {
  resolve(name: string): ResolvedUnit;
  /** The lead and co-units of a measure, resolved; two spellings of one unit count once, and none of the lead's among the co-units. */
  resolveMeasure(content: Content): { readonly lead: ResolvedUnit; readonly co: readonly ResolvedUnit[] };
  /** Unit rows whose names fold to the same: an error of the second and later ones. */
  readonly clashes: readonly { readonly entry: Entry; readonly first: Entry }[];
}

/** Makes a directory of the entries of the units register. A unit's own name beats another's alias. */
export function unitDirectory(unitEntries: readonly Entry[], district: string): UnitDirectory {
  const byFold = new Map<string, ResolvedUnit>();
  const clashes: { entry: Entry; first: Entry }[] = [];
  for (const entry of unitEntries) {
    const name = String(entry.content['name'] ?? '');
    const fold = foldUnitName(name, district);
    const first = byFold.get(fold)?.entry;
    if (first) clashes.push({ entry, first });
    else byFold.set(fold, { name, entry });
  }
  const named = [...byFold.values()];
  for (const unit of named) {
    for (const alias of splitUnits(String(unit.entry?.content['aliases'] ?? ''))) {
      const fold = foldUnitName(alias, district);
      if (!byFold.has(fold)) byFold.set(fold, unit);
    }
  }
  const bySpelling = new Map<string, ResolvedUnit>();

  function resolve(name: string): ResolvedUnit {
    const met = bySpelling.get(name);
    if (met !== undefined) return met;
    const fold = foldUnitName(name, district);
    const unit = byFold.get(fold) ?? { name: name.trim(), entry: null };
    byFold.set(fold, unit);
    bySpelling.set(name, unit);
    return unit;
  }

  // Thousands of measures name the same few dozen units.
  const byUnit = new Map<string, { readonly lead: ResolvedUnit; readonly co: readonly ResolvedUnit[] }>();
  const byCells: typeof byUnit = new Map();

  return {
    resolve,
    resolveMeasure(content) {
      const { unit, coUnits } = content;
      const known = coUnits === undefined ? byUnit : byCells;
      const cells = coUnits === undefined ? String(unit ?? '') : `${unit ?? ''}\u0000${coUnits}`;
      const met = known.get(cells);
      if (met !== undefined) return met;
      const { lead, co } = unitsOfMeasure(content);
      const leading = resolve(lead);
      const others = new Set(co.map(resolve));
      others.delete(leading);
      const resolved = { lead: leading, co: [...others] };
      known.set(cells, resolved);
      return resolved;
    },
    clashes,
  };
}
