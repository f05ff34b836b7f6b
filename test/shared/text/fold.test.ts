import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropInvisible, foldWidth } from '../../../shared/text/fold.ts';

describe('foldWidth', () => {
  it('turns full-width letters, digits, signs and blanks into half-width ones', () => {
    expect(foldWidth('２０２２．６．３０　（Ａ）！～')).toBe('2022.6.30 (A)!~');
  });
  it('leaves Chinese text and its own signs alone', () => {
    expect(foldWidth('六月底、“十四五”末。')).toBe('六月底、“十四五”末。');
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      }),
    );
  });
});

describe('dropInvisible', () => {
  it('removes zero-width characters, byte order marks and soft hyphens', () => {
    expect(dropInvisible('\ufeff6\u200b月\u00ad底')).toBe('6月底');
  });
});
