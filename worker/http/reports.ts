import type { Hono } from 'hono';
import { isoOf } from '../../shared/calendar/day.ts';
import { bulletinText } from '../../shared/contract/bulletin-text.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { message, type Language } from '../../shared/message.ts';
import { figureIds } from '../../shared/report/bulletin.ts';
import type { Figure } from '../../shared/report/figure.ts';
import type { OrderItem } from '../../shared/report/order.ts';
import type { UnitRollup } from '../../shared/report/rollup.ts';
import { titleOf } from '../../shared/scoring/receipt-entry.ts';
import type { Deps } from '../deps.ts';
import type { ReadableEntries } from '../usecases/readable-entries.ts';
import { showBulletin } from '../usecases/show-bulletin.ts';
import { showOrder } from '../usecases/show-order.ts';
import { showRollup } from '../usecases/show-rollup.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';
import { restsOn, unitScoreOf } from './scores.ts';
import { saidOf } from '../../shared/contract/words.ts';

/** What a unit fills in on an order, line by line. */
const replyCodes = ['order.replyState', 'order.replyWhen', 'order.replyLeader', 'order.replyDate'] as const;

export function reportRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.rollup, async ({ principal, query }) => {
    const { rollup, today, revision, readable } = await showRollup(deps, principal, query.month);
    const units = rollup.units.map((unit) => unitRollupOf(unit, readable));
    return {
      month: query.month,
      asOf: isoOf(rollup.asOf),
      revision,
      planVersion: rollup.plan.version,
      previous: isoOf(rollup.previous),
      today,
      reportDeadline: isoOf(rollup.reportDeadline),
      units,
      entries: readable.told().map(entryOf),
    };
  });

  guarded(app, deps, endpoints.bulletin, async ({ principal, query, language }) => {
    const { assessment, bulletin, readable, head } = await showBulletin(deps, principal, query.asOf);
    const figures = figureIds.map((id) => {
      const { count, entries, groups } = bulletin.figures[id];
      const told = { id, ...saidOf(message(`bulletin.${id}`, { count }), language), count, entries: readable.ids(entries) };
      return groups === undefined ? told : { ...told, groups: groups.map((group) => ({ name: group.name, entries: readable.ids(group.entries) })) };
    });
    const textIn = (wanted: Language): string => bulletinText(bulletin, assessment.day, wanted, head);
    return {
      ...restsOn(assessment),
      unit: bulletin.unit,
      figures,
      ranking: (['key', 'other'] as const).map((tier) => ({ tier, units: bulletin.ranking[tier].map(unitScoreOf) })),
      text: { 'zh-CN': textIn('zh-CN'), en: textIn('en') },
      head,
      entries: readable.told().map(entryOf),
    };
  });

  guarded(app, deps, endpoints.order, async ({ principal, params, query, language }) => {
    const { assessment, order } = await showOrder(deps, principal, { unit: params.unit, asOf: query.asOf });
    return {
      ...restsOn(assessment),
      unit: order.unit,
      leader: order.leader,
      title: saidOf(message('order.title'), language),
      number: saidOf(message('order.number', { ...order.number, place: String(order.number.place).padStart(2, '0') }), language),
      items: order.items.map((item) => orderItemOf(item, language)),
      reply: replyCodes.map((code) => saidOf(message(code), language)),
    };
  });
}

function unitRollupOf({ score, change, measures, report, problems }: UnitRollup, readable: ReadableEntries) {
  const told = ({ count, entries }: Figure) => ({ count, entries: readable.ids(entries) });
  const [reportId] = report.report === null ? [] : readable.ids([report.report.id]);
  return {
    ...unitScoreOf(score),
    change,
    measures: { total: told(measures.total), done: told(measures.done), overdue: told(measures.overdue), dueNextMonth: told(measures.dueNextMonth) },
    report: { state: report.state, submittedOn: reportId === undefined ? null : String(report.report?.content['submittedOn']), entry: reportId ?? null },
    problems: { opened: told(problems.opened), closed: told(problems.closed), open: told(problems.open), overdue: told(problems.overdue) },
  };
}

function entryOf(entry: Entry) {
  return { id: entry.id, register: entry.register, unit: String(entry.content['unit'] ?? ''), title: titleOf(entry) };
}

function orderItemOf({ entry: { id, register, content }, verdict: { flag, card }, due, daysLeft, role, lead, leader }: OrderItem, language: Language) {
  const left = daysLeft === 0 ? message('order.dueToday') : message(daysLeft < 0 ? 'order.overdue' : 'order.dueSoon', { days: Math.abs(daysLeft) });
  return {
    id,
    register,
    title: String(content['title'] ?? ''),
    role,
    lead,
    leader,
    wording: String(content['due'] ?? ''),
    due: isoOf(due),
    daysLeft,
    left: saidOf(left, language),
    flag,
    card,
    progress: typeof content['progress'] === 'number' ? content['progress'] : null,
  };
}
