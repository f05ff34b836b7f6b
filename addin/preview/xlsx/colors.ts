/** Colours as .xlsx writes them (theme with tint, palette index, ARGB) to the #RRGGBB that a screen draws. */

import { childOf, childrenOf, xml, type XmlElement } from './xml.ts';

// The palette of Excel 97, still used by WPS and old files; 0–7 repeat 8–15.
const BASE = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
const PALETTE = `${BASE} ${BASE}
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** The Office theme, for files without one: lt1, dk1, lt2, dk2, accents 1–6, hyperlink, followed hyperlink. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

// The order of theme indexes differs from that of the theme part: light and dark change places.
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

function channels(rgb: string): [number, number, number] {
  return [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255) as [number, number, number];
}

/** Lightens (tint > 0) or darkens (tint < 0) in the HSL sense, as ECMA-376 18.8.19 says. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red, green, blue] = channels(rgb);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const newSpread = saturation * (1 - Math.abs(2 * wanted - 1));
  return [red, green, blue]
    .map((channel) => wanted + (spread === 0 ? 0 : ((channel - lightness) / spread) * newSpread))
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

/** Resolves colour elements against a workbook's theme and palette. */
export class Colors {
  readonly #theme: readonly string[];
  readonly #palette: readonly string[];

  constructor(theme: XmlElement | null, styles: XmlElement | null) {
    const scheme = childOf(childOf(theme ?? undefined, 'themeElements'), 'clrScheme');
    this.#theme = THEME_ORDER.map((name, at) => {
      const color = childrenOf(childOf(scheme, name))[0];
      return (color?.name === 'sysClr' ? color.attributes['lastClr'] : color?.attributes['val'])?.toUpperCase() ?? OFFICE_THEME[at] ?? '000000';
    });
    const own = childrenOf(childOf(childOf(styles ?? undefined, 'colors'), 'indexedColors'), 'rgbColor').map(
      (one) => one.attributes['rgb']?.slice(-6).toUpperCase() ?? '000000',
    );
    this.#palette = own.length > 0 ? own : PALETTE;
  }

  /** `#RRGGBB`; undefined for an absent or automatic colour. */
  read(color: XmlElement | undefined): string | undefined {
    if (color === undefined) return undefined;
    const { rgb, theme, indexed, tint } = color.attributes;
    let base: string | undefined;
    if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb)) base = rgb.slice(-6).toUpperCase();
    else if (theme !== undefined) base = this.#theme[Number(theme)];
    else if (indexed !== undefined) base = this.#palette[Number(indexed)];
    return base === undefined ? undefined : `#${tinted(base, Number(tint ?? 0))}`;
  }
}

/** A colour element for `#RRGGBB`. */
export function colorElement(name: string, color: string): XmlElement {
  return xml(name, { rgb: `FF${color.replace('#', '').toUpperCase()}` });
}
