import { describe, expect, it } from 'vitest';
import { problemMessages } from '../../../shared/contract/messages/problem.ts';

const chinese: Readonly<Record<string, string>> = problemMessages['zh-CN'];
const english: Readonly<Record<string, string>> = problemMessages.en;

const paramsOf = (words: string | undefined) => new Set(Array.from((words ?? '').matchAll(/\{(\w+)\}/g), (match) => match[1]));

describe('the words for problems', () => {
  it('stand in both languages', () => expect(Object.keys(english)).toEqual(Object.keys(chinese)));
  it.each(Object.keys(chinese))('%s uses the same parameters in both', (code) => expect(paramsOf(english[code])).toEqual(paramsOf(chinese[code])));
});
