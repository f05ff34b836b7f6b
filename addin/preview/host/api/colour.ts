import { invalidArgument } from '../errors.ts';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  pink: '#FFC0CB',
  purple: '#800080',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
};

/** `#RRGGBB` in capitals of a colour argument: `#rrggbb` or one of the common HTML names. */
export function colourOf(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  const named = NAMED[value.toLowerCase()];
  if (named) return named;
  if (!/^#?[0-9a-f]{6}$/i.test(value)) throw invalidArgument();
  return `#${value.replace('#', '').toUpperCase()}`;
}
