import { describe, expect, test } from 'vitest';
import { readValue } from '../../../shared/ledger/values.ts';
import { registers } from '../../../shared/registers/index.ts';
import { fieldLabel, valueWords } from '../../../shared/registers/value-words.ts';

describe('a field’s value in words', () => {
  test.each([
    ['measures', 'status', 'done', '已完成', 'Done'],
    ['problems', 'status', 'open', '整改中', 'In progress'],
    ['measures', 'status', '推进顺利', '推进顺利', '推进顺利'],
    ['measures', 'progress', 40, '40%', '40%'],
    ['units', 'tier', 'key', '重点部门', 'key'],
    ['measures', 'due', '6月底前', '6月底前', '6月底前'],
    ['measures', 'progress', null, '', ''],
  ] as const)('%s %s %s: %s', (register, field, value, chinese, english) => {
    expect([valueWords(register, field, value, 'zh-CN'), valueWords(register, field, value, 'en')]).toEqual([chinese, english]);
  });

  test('is read back as the same value', () => {
    for (const register of registers)
      for (const field of register.fields) {
        const values = { status: ['done', 'open', 'notStarted'], choice: field.choices?.map(({ id }) => id), progress: [0, 62.5, 100] };
        const known: readonly (string | number)[] = field.kind in values ? (values[field.kind as keyof typeof values] ?? []) : [];
        for (const value of known)
          for (const language of ['zh-CN', 'en'] as const) expect(readValue(field, valueWords(register.id, field.id, value, language))).toEqual({ value });
      }
  });
});

test('a field is called by its label, one that the register does not have by its id', () => {
  expect([fieldLabel('measures', 'due', 'zh-CN'), fieldLabel('measures', 'unit', 'en'), fieldLabel('measures', 'gone', 'en')]).toEqual([
    '完成时限',
    'Unit',
    'gone',
  ]);
});
