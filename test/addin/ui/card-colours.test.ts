import { expect, test } from 'vitest';
import { cardColours } from '../../../addin/ui/card-colours.ts';

/** WCAG's relative luminance of `#RRGGBB`. */
function luminance(hex: string): number {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const backgrounds = { light: '#FFFFFF', dark: '#292929' } as const;

test.each(['light', 'dark'] as const)('%s: words on a card, and in its colour on the pane, can be read (4.5 to 1)', (theme) => {
  for (const { fill, text } of Object.values(cardColours[theme])) {
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, backgrounds[theme])).toBeGreaterThanOrEqual(4.5);
  }
});
