import { beforeAll, describe, expect, test } from 'vitest';
import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { ApiError } from '../../../addin/api/ledger-api.ts';
import { WorkbookError } from '../../../addin/excel/port.ts';
import type { WorkbookErrorCode } from '../../../addin/excel/port.ts';
import { catalogs } from '../../../addin/i18n/i18n.ts';
import { faultWords } from '../../../addin/ui/fault.ts';
import { problemStatus } from '../../../shared/contract/problems.ts';

/** Every code there is; a missing one does not compile. */
const workbookErrorCodes = Object.keys({
  sheetGone: 0,
  sheetProtected: 0,
  headerChanged: 0,
  resultAreaMerged: 0,
  resultAreaTaken: 0,
  filtered: 0,
  idsMisaligned: 0,
  cellsMerged: 0,
  formulaCells: 0,
  rowsGone: 0,
  rowsChanged: 0,
  resultsGone: 0,
  hostLacks: 0,
  tooLarge: 0,
  busy: 0,
  host: 0,
} satisfies Record<WorkbookErrorCode, 0>) as WorkbookErrorCode[];

let t: TFunction;
beforeAll(async () => {
  t = await createInstance().init({ lng: 'zh-CN', defaultNS: 'pane', resources: { 'zh-CN': { pane: catalogs['zh-CN'] } } });
});

describe('a fault in words', () => {
  test.each(Object.keys(problemStatus))('the server’s refusal %s has words of its own and keeps its request id', (code) => {
    const words = faultWords(new ApiError(code, 400, {}, '01REQ'), t, 'zh-CN');
    expect(words).toMatchObject({ requestId: '01REQ', detail: null });
    expect(words.text).not.toContain(code);
  });

  test.each(workbookErrorCodes)('the workbook’s refusal %s has words of its own', (code) => {
    const words = faultWords(
      new WorkbookError(code, { sheet: '责任清单', header: '完成时限', feature: 'x', address: 'K3', count: 2, rows: '4、5' }),
      t,
      'zh-CN',
    );
    expect(words.text).not.toContain('errors.');
    expect(words.text).not.toMatch(/\{\{/);
  });

  test('names the sheet where it is known, and leaves no empty quotes where it is not', () => {
    expect(faultWords(new WorkbookError('sheetProtected', { sheet: '责任清单' }), t, 'zh-CN').text).toMatch(/^工作表“责任清单”受保护/);
    expect(faultWords(new WorkbookError('sheetProtected', { sheet: '' }), t, 'zh-CN').text).toMatch(/^工作表受保护/);
  });

  test('a server that cannot be reached says what to do', () => {
    expect(faultWords(new ApiError('unreachable', 0), t, 'zh-CN').text).toBe('连不上服务器。请检查网络和服务器地址，然后重试。');
  });

  test('a code of a newer server is shown small, under words by its status', () => {
    expect(faultWords(new ApiError('notYetKnown', 503, {}, '01REQ'), t, 'zh-CN')).toMatchObject({ detail: 'notYetKnown', requestId: '01REQ' });
  });

  test('anything else keeps what it said, for whoever is asked for help', () => {
    expect(faultWords(new TypeError('x is undefined'), t, 'zh-CN').detail).toBe('x is undefined');
    expect(faultWords('odd', t, 'zh-CN').detail).toBe('odd');
  });
});
