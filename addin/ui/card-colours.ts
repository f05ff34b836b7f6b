import type { Card } from '../../shared/verdict/types.ts';
import type { ThemeKind } from '../office/theme.ts';

export interface CardColour {
  readonly fill: string;
  readonly text: string;
  /** The dot and the number on it: strong enough to be told apart at 10 px. */
  readonly dot: string;
}

/** The colours of the four cards in each theme. In light they are those of the sheet, so that pane and sheet speak alike. */
export const cardColours: Readonly<Record<ThemeKind, Readonly<Record<Card, CardColour>>>> = {
  light: {
    red: { fill: '#FDE7E9', text: '#A4262C', dot: '#C4314B' },
    yellow: { fill: '#FFF4CE', text: '#835B00', dot: '#E0A100' },
    green: { fill: '#DFF6DD', text: '#0B6A0B', dot: '#2E8B3D' },
    grey: { fill: '#F3F2F1', text: '#605E5C', dot: '#979593' },
  },
  dark: {
    red: { fill: '#442726', text: '#F4A8AC', dot: '#F1707B' },
    yellow: { fill: '#433519', text: '#F7D774', dot: '#F2C661' },
    green: { fill: '#1F3A22', text: '#9FD89F', dot: '#6BB700' },
    grey: { fill: '#3B3A39', text: '#D2D0CE', dot: '#A19F9D' },
  },
  // Fill and text are the person's own; only dots and marks keep a colour, with a line around them (card-dot.tsx).
  contrast: {
    red: { fill: 'Canvas', text: 'CanvasText', dot: '#C4314B' },
    yellow: { fill: 'Canvas', text: 'CanvasText', dot: '#E0A100' },
    green: { fill: 'Canvas', text: 'CanvasText', dot: '#2E8B3D' },
    grey: { fill: 'Canvas', text: 'CanvasText', dot: '#979593' },
  },
};
