import type { Language } from '../../shared/message.ts';

/** The language to answer in: the first of Accept-Language that is ours, most wanted first; Chinese unless told. */
export function languageOf(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = params.find((param) => param.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  const first = wanted.find(({ tag }) => /^(?:zh|en)(?:-|$)/.test(tag));
  return first?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
