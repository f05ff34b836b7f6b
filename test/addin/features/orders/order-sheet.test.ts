import { expect, test } from 'vitest';
import { orderSheet } from '../../../../addin/features/orders/order-sheet.ts';
import { message } from '../../../../shared/message.ts';
import type { OrderAnswer } from '../../../../shared/contract/reports.ts';
import { speaking } from '../reports/speaking.ts';

const said = (code: string, params = {}) => ({ ...message(code, params), message: '' });

const item = {
  register: 'measures',
  role: 'lead',
  lead: '区发改委',
  leader: '王主任',
  wording: '6月15日前',
  due: '2022-06-15',
  flag: 'overdue',
  card: 'red',
  progress: 40,
} as const;

const order: OrderAnswer = {
  asOf: '2022-06-30',
  revision: 1,
  planVersion: 1,
  unit: '区发改委',
  leader: null,
  title: said('order.title'),
  number: said('order.number', { year: 2022, day: '0630', place: '03' }),
  items: [
    { ...item, id: 'A', title: '压减环节', daysLeft: -15, left: said('order.overdue', { days: 15 }) },
    { ...item, id: 'B', title: '改善校舍', daysLeft: -1, role: 'co', lead: '区教育局', leader: null, left: said('order.overdue', { days: 1 }) },
    { ...item, id: 'C', title: '台账不全', daysLeft: 0, register: 'problems', due: '2022-06-30', left: said('order.dueToday') },
  ],
  reply: ['order.replyState', 'order.replyWhen', 'order.replyLeader', 'order.replyDate'].map((code) => said(code)),
};

test('an order is a document to print: number, unit, what is overdue and due soon in one count, and the reply', async () => {
  const sheet = orderSheet(order, await speaking('zh-CN'));
  expect(sheet).toMatchObject({ name: '督办单 区发改委', title: '督办单', look: 'document', orientation: 'portrait' });
  expect(sheet.lines.slice(0, 2)).toEqual([
    { left: '编号：督办〔2022〕0630-03号', right: '截至 2022-06-30' },
    { left: '责任单位：区发改委', right: '主要负责人：未填' },
  ]);
  expect(sheet.sections).toEqual([
    {
      caption: '已逾期（2 项）',
      rows: [
        [1, '压减环节', '牵头措施', '王主任', '6月15日前', '2022-06-15', '已逾期15天'],
        [2, '改善校舍（牵头：区教育局）', '配合措施', null, '6月15日前', '2022-06-15', '已逾期1天'],
      ],
    },
    { caption: '临近到期（1 项）', rows: [[3, '台账不全', '问题', '王主任', '6月15日前', '2022-06-30', '今天到期']] },
  ]);
  expect(sheet.reply).toEqual({
    title: '整改落实情况',
    room: 6,
    signatures: [{ left: '预计完成时间：' }, { left: '主要负责人签字：', right: '反馈日期（盖章）：' }],
  });
});

test('in English, and without a section that has nothing in it', async () => {
  const sheet = orderSheet({ ...order, items: order.items.slice(2) }, await speaking('en'));
  expect(sheet.title).toBe('Supervision order');
  expect(sheet.sections.map(({ caption }) => caption)).toEqual(['Due soon (1)']);
  expect(sheet.sections[0]?.rows[0]?.at(-1)).toBe('Due today');
});

test('the lines above the list are ours: a name with line breaks forges none', async () => {
  const forged = { ...order, unit: '区发改委\n编号：督办〔2022〕0001号', leader: '王主任\r\n截至 2022-01-01' };
  const [, { left, right } = { left: '' }] = orderSheet(forged, await speaking('zh-CN')).lines;
  expect([left, right]).toEqual(['责任单位：区发改委 编号：督办〔2022〕0001号', '主要负责人：王主任 截至 2022-01-01']);
});
