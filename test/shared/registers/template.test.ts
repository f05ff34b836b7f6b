import { describe, expect, test } from 'vitest';
import { findLedgers } from '../../../shared/ledger/find.ts';
import { readValue } from '../../../shared/ledger/values.ts';
import type { Language } from '../../../shared/message.ts';
import { registers } from '../../../shared/registers/index.ts';
import { ledgerTemplate } from '../../../shared/registers/template.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];
const cases = registers.flatMap((register) => languages.map((language) => [register.id, language, register] as const));

describe.each(cases)('a new ledger of %s in %s', (id, language, register) => {
  const { title, columns } = ledgerTemplate(register, language);

  test('is recognised as what it is, every column by its own name', () => {
    const [guess] = findLedgers([[title], columns.map(({ header }) => header)]);
    expect(guess).toMatchObject({ register: id, headerRow: 1, missing: [] });
    expect(guess?.columns.map(({ field, confidence }) => [field, confidence])).toEqual(register.fields.map((field) => [field.id, 'exact']));
  });

  test('offers only words that can be read, each meaning something else', () => {
    for (const column of columns) {
      const field = register.fields.find((one) => one.id === column.field);
      if (column.list === null || field === undefined) continue;
      const values = column.list.map((word) => readValue(field, word));
      const known = field.choices?.map((choice) => choice.id) ?? ['done', 'open', 'notStarted'];
      for (const value of values) expect(known).toContain('value' in value ? value.value : null);
      const listed = known.map((value) => ({ value }));
      expect(field.kind === 'choice' ? values : listed).toEqual(listed);
      expect(column.list.join(',').length).toBeLessThan(256); // the longest list Excel takes
    }
  });
});
