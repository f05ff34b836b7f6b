import { createHash } from 'node:crypto';
import { slipOf } from '../../../shared/draw/draw.ts';
import type { DrawItem, DrawTerms, Slip, SlipParty } from '../../../shared/draw/types.ts';
import type { Digest } from '../../../shared/text/digest.ts';

/** SHA-256 by Node, not by the code under test. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
export const digest: Digest = (text) => Promise.resolve(sha256(text));

export const list: readonly DrawItem[] = [
  { id: '01G40000000000000000000003', title: '建成电子政务外网', units: ['区发改委'], stratum: 'key' },
  { id: '01G40000000000000000000001', title: '开展法治宣传', units: ['区司法局', '区教育局'], stratum: 'other' },
  { id: '01G40000000000000000000002', title: '压缩审批时限', units: ['区政务服务局'], stratum: 'key' },
  { id: '01G40000000000000000000004', title: '整治道路占用', units: ['区住建局'], stratum: 'key' },
  { id: '01G40000000000000000000005', title: '改造老旧小区', units: ['区教育局'], stratum: 'other' },
];

export const terms: DrawTerms = {
  number: '2022-03',
  workspace: '测试区',
  of: 'measures',
  asOf: '2022-06-30',
  flags: ['done'],
  excluded: [{ unit: '区审计局', reason: '检查人员原任职单位', entries: 2 }],
  sizes: { key: 2, other: 1 },
  parties: ['纪委监委', '考核组'],
  frozenAt: '2022-07-01T01:00:00.000Z',
  revealBy: '2022-07-02T01:00:00.000Z',
};

export const parties: readonly SlipParty[] = [
  {
    name: '考核组',
    secret: '六月的雨下在屋檐上，一共落了三天整',
    commitment: sha256('六月的雨下在屋檐上，一共落了三天整'),
    committedAt: '2022-07-01T02:00:00.000Z',
    revealedAt: '2022-07-01T05:00:00.000Z',
  },
  {
    name: '纪委监委',
    secret: 'correct horse battery staple',
    commitment: sha256('correct horse battery staple'),
    committedAt: '2022-07-01T03:00:00.000Z',
    revealedAt: '2022-07-01T04:00:00.000Z',
  },
];

/** A draw that stands. */
export const goodSlip = (): Promise<Slip> => slipOf(terms, list, parties, digest);
