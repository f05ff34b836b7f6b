import assert from 'node:assert/strict';
import type { PaneApi } from '../../../addin/api/client.ts';
import { keepUnsent, sendKept, unsentOf, watchingPushes } from '../../../addin/features/offline/unsent.ts';
import { previewPush } from '../../../addin/features/push/push-ledger.ts';
import { choicesOf } from '../../../addin/features/queue/choices.ts';
import type { Decision } from '../../../addin/features/push/decisions.ts';
import { settle } from '../../../addin/features/queue/settle.ts';
import { saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { newId } from '../../../addin/work/new-id.ts';
import type { PushRequest } from '../../../shared/contract/push.ts';
import { LINES } from '../../addin/excel/support/ledger-book.ts';
import { clerkWith, colleagueOf, reopened, type Clerk } from '../../addin/features/push/support.ts';
import type { ScratchRuntime } from '../../support/runtime.ts';
import type { Workspace } from '../../support/workspace.ts';
import { clientOn, newLine, type Line } from './clients.ts';
import { held, historyOf, type Version } from './history.ts';
import { shown } from './sheet.ts';

/** Rows of a request: sheets of a few rows are pushed in several. */
const MOST_ROWS = 2;

/** A clerk with a workbook, a credential and a line of their own, and what the clerk knows. */
interface Player {
  clerk: Clerk;
  readonly api: PaneApi;
  readonly line: Line;
  /** Of each entry the versions the clerk has made, held in the sheet when it was pushed, or decided on. */
  readonly known: Map<string, Set<number>>;
  /** Entries the clerk left out of the sheet, by the revision they were left at. */
  readonly left: Map<string, number>;
  /** The workbook as last saved, and what the clerk knew then; null before the first time. */
  saved: {
    readonly file: Uint8Array;
    readonly known: readonly (readonly [string, ReadonlySet<number>])[];
    readonly left: readonly (readonly [string, number])[];
  } | null;
}

/** What is done to requests while a clerk acts. */
export interface Mishap {
  readonly line: Line['state'];
  /** Which entry somebody else changes between two requests; null for none. */
  readonly overtaken: number | null;
}

export interface WorldCounts {
  pushes: number;
  lost: number;
  kept: number;
  reopened: number;
  sent: number;
  conflicts: number;
  undone: number;
  overtaken: number;
  theirs: number;
  mine: number;
  leave: number;
  deleted: number;
}

/** Two workbooks and a workspace, and a record of who has seen what that does not rest on what the workbooks themselves remember. */
export class World {
  readonly counts: WorldCounts = {
    pushes: 0,
    lost: 0,
    kept: 0,
    reopened: 0,
    sent: 0,

    conflicts: 0,
    undone: 0,
    overtaken: 0,
    theirs: 0,
    mine: 0,
    leave: 0,
    deleted: 0,
  };
  readonly #dataDir: string;
  readonly #admin: Workspace;
  readonly #other: PaneApi;
  #workspace = '';
  #players: readonly Player[] = [];
  #seen: readonly Version[] = [];
  #names = 0;

  private constructor(dataDir: string, admin: Workspace) {
    this.#dataDir = dataDir;
    this.#admin = admin;
    this.#other = clientOn(newLine(), admin);
  }

  /** Both have pushed the same rows, each under a credential of their own. */
  static async open({ url, dataDir }: ScratchRuntime, admin: Workspace): Promise<World> {
    const world = new World(dataDir, admin);
    world.#workspace = (await world.#other.me()).workspace.id;
    const { key } = (await post(`${url}/v1/keys`, admin.key, { name: '二号', role: 'assessor' })) as { readonly key: string };
    const [mine, theirs] = [newLine(), newLine()];
    const api = clientOn(mine, admin);
    // All of one unit: into a sheet of one unit the rows of others are not offered.
    const first = await clerkWith(
      api,
      LINES.map((line) => line.with(1, '区发改委')),
    );
    await first.push(api);
    const second = { clerk: await colleagueOf(first), api: clientOn(theirs, { url, key }), line: theirs };
    world.#players = [{ clerk: first, api, line: mine }, second].map((player) => ({ ...player, known: new Map(), left: new Map(), saved: null }));
    await world.#look();
    for (const player of world.#players) for (const version of world.#seen) know(player, version.id, version.revision);
    for (const which of [0, 1]) {
      await world.push(which, { line: 'good', overtaken: null });
      await world.save(which);
    }
    return world;
  }

  clerk(which: number): Clerk {
    return this.#player(which).clerk;
  }

  /** A title that no other row has. */
  name(): string {
    return `新措施${(this.#names += 1)}`;
  }

  async push(which: number, mishap: Mishap): Promise<void> {
    const player = this.#player(which);
    const { clerk, api } = player;
    await clerk.binding();
    const watched = watchingPushes(api);
    const report = await this.#during(player, mishap, () => clerk.push(watched.api, { mostRows: MOST_ROWS }));
    this.counts.pushes += 1;
    await this.#keep(player, report === null ? watched.broken() : null);
    await this.#judge(player);
    if (report === null) return;
    this.counts.conflicts += report.counts.conflict;
    const newest = this.#newest();
    const sheet = shown(clerk.sheet);
    for (const { id, outcome } of report.rows) {
      const version = newest.get(id);
      if (version === undefined || !['inserted', 'updated', 'unchanged'].includes(outcome)) continue;
      if (held(version) === sheet.get(id)) know(player, id, version.revision);
    }
    await this.#expectOffered(player);
  }

  /** Keeps in the workbook what could not be sent, as the pane does; null after a push that is through. */
  async #keep({ clerk }: Player, broken: readonly PushRequest[] | null): Promise<void> {
    const binding = await clerk.binding();
    if (broken === null) await clerk.workbook.saveUnsent(binding.id, null);
    else if (broken.length > 0) {
      const origin = { workspace: { id: this.#workspace, name: '两人区' }, asOf: '2022-06-30', madeBy: '一号', madeAt: '2022-06-30T08:00:00.000Z' };
      assert.ok(await keepUnsent(clerk.workbook, binding, broken, origin));
      this.counts.kept += 1;
    }
  }

  /** Sends the push kept in the workbook, if there is one. */
  async send(which: number, mishap: Mishap): Promise<void> {
    const player = this.#player(which);
    const { clerk, api } = player;
    const { id } = await clerk.binding();
    const unsent = await unsentOf(clerk.workbook, id);
    if (unsent === null) return;
    for (const { request } of unsent.content.pushes) player.line.sent.add(request);
    const isSent = await this.#during(player, mishap, () => sendKept(clerk.workbook, api, id, unsent));
    if (isSent === true) this.counts.sent += 1; // else a choice pushed since has called it lost
    await this.#judge(player);
  }

  /** Carries out a choice for one of what there is to decide, or for all of it. */
  async decide(which: number, { at, nth, isAll }: { readonly at: number; readonly nth: number; readonly isAll: boolean }, mishap: Mishap): Promise<void> {
    const player = this.#player(which);
    const decisions = await this.#decisionsOf(player);
    const one = decisions?.[at % decisions.length];
    if (decisions === null || one === undefined) return;
    const settlements = (isAll ? decisions : [one]).map((decision) => {
      const choices = choicesOf[decision.kind];
      return { decision, choice: choices[nth % choices.length] ?? choices[0] };
    });
    const written = settlements.filter(({ decision: { id, revision }, choice }) => choice === 'mine' && player.known.get(id)?.has(revision) !== true);
    for (const { decision } of settlements) know(player, decision.id, decision.revision);
    const settled = await this.#during(player, mishap, async () => settle(await this.#options(player), settlements));
    for (const { decision, choice } of settlements) {
      this.counts[choice] += 1;
      if (choice === 'mine' && decision.kind === 'missing') this.counts.deleted += 1;
      // Also when the answer to another choice was lost: what is left is in the binding before anything is sent.
      if (choice === 'leave') player.left.set(decision.id, decision.revision);
    }
    await this.#judge(player);
    // What the sheet rests on has not moved where the server was not reached: it may come back to that.
    if (settled === null) for (const { decision } of written) player.known.get(decision.id)?.delete(decision.revision);
  }

  async save(which: number): Promise<void> {
    const player = this.#player(which);
    const { clerk, known, left } = player;
    const knownNow = [...known].map(([id, revisions]) => [id, new Set(revisions)] as const);
    player.saved = { file: await saveXlsx(clerk.host.book), known: knownNow, left: [...left] };
  }

  /** Closes the workbook without saving it and opens it as it was saved last: what was done since, pushes too, its file knows nothing of. */
  async reopen(which: number): Promise<void> {
    const player = this.#player(which);
    const { saved, known, left } = player;
    if (saved === null) return;
    player.clerk = await reopened(saved.file);
    known.clear();
    for (const [id, revisions] of saved.known) known.set(id, new Set(revisions));
    left.clear();
    for (const [id, revision] of saved.left) left.set(id, revision);
    this.counts.reopened += 1;
  }

  /** Somebody takes back the last push. */
  async undo(): Promise<void> {
    const last = this.#seen.at(-1);
    if (last === undefined) return;
    await post(`${this.#admin.url}/v1/revisions/${last.revision}/revert`, this.#admin.key, {});
    this.counts.undone += 1;
    await this.#look();
  }

  #player(which: number): Player {
    const player = this.#players[which % this.#players.length];
    if (player === undefined) throw new Error('nobody is there');
    return player;
  }

  async #options({ clerk, api }: Player) {
    const binding = await clerk.binding();
    return { workbook: clerk.workbook, api, binding, asOf: '2022-06-30', language: 'zh-CN', timeZone: 'Asia/Shanghai', mostRows: MOST_ROWS } as const;
  }

  /** What is offered to a clerk; null while ids stand beside the content of others. */
  async #decisionsOf(player: Player): Promise<readonly Decision[] | null> {
    const preview = await this.#during(player, { line: 'good', overtaken: null }, async () => previewPush(await this.#options(player)));
    return preview?.decisions ?? null;
  }

  /** What came of an act; null when its answer was lost, or when it stopped because copies or sorted rows parted ids from their content. */
  async #during<Result>({ line }: Player, { line: state, overtaken }: Mishap, act: () => Promise<Result>): Promise<Result | null> {
    line.state = state;
    line.overtake = overtaken === null ? null : () => this.#overtake(overtaken);
    try {
      return await act();
    } catch (fault) {
      const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : fault;
      if (code !== 'unreachable' && code !== 'idsMisaligned') throw fault;
      this.counts.lost += 1;
      return null;
    } finally {
      line.state = 'good';
      line.overtake = null;
    }
  }

  /** Somebody who has seen all there is changes or deletes an entry. */
  async #overtake(pick: number): Promise<void> {
    const history = await historyOf(this.#dataDir, this.#workspace);
    const live = [...newestOf(history).values()].filter(({ deleted }) => deleted === 0);
    const { id } = live[pick % live.length] ?? {};
    if (id === undefined) return;
    this.counts.overtaken += 1;
    const sight = { base: history.at(-1)?.revision ?? 0, request: newId() };
    if (pick % 7 === 0) await this.#other.deleteEntries('measures', { ...sight, ids: [id] });
    else await this.#other.push('measures', { ...sight, columns: ['id', 'progress'], rows: [[id, pick % 100]] });
  }

  /** Looks at the history: nothing accepted has gone from it. Answers the versions that are new. */
  async #look(): Promise<readonly Version[]> {
    const now = await historyOf(this.#dataDir, this.#workspace);
    const keyOf = ({ id, revision, content }: Version): string => `${id} ${revision} ${content}`;
    const keys = new Set(now.map(keyOf));
    assert.deepEqual(
      this.#seen.filter((version) => !keys.has(keyOf(version))),
      [],
      'what was accepted is in the history',
    );
    const before = new Set(this.#seen.map(keyOf));
    this.#seen = now;
    return now.filter((version) => !before.has(keyOf(version)));
  }

  /** No silent overwrite: what a clerk's request wrote over is a version the clerk knew, or the same as the last one known. */
  async #judge(player: Player): Promise<void> {
    for (const version of await this.#look()) {
      if (!player.line.sent.has(version.request)) continue;
      const earlier = this.#seen.filter(({ id, revision }) => id === version.id && revision < version.revision);
      const previous = earlier.at(-1);
      const known = earlier.findLast(({ revision }) => player.known.get(version.id)?.has(revision));
      if (previous !== undefined) {
        const writing = `revision ${version.revision} writes over revision ${previous.revision} of ${version.id}`;
        assert.deepEqual([writing, held(previous)], [writing, known === undefined ? 'which was not seen' : held(known)]);
      }
      know(player, version.id, version.revision);
    }
  }

  /** Once a push is through, what the sheet shows is what the server has, or it is offered to the clerk. */
  async #expectOffered(player: Player): Promise<void> {
    const decisions = await this.#decisionsOf(player);
    const offered = new Set(decisions?.map(({ id }) => id));
    const sheet = shown(player.clerk.sheet);
    const hidden = [...this.#newest().values()].filter((version) => {
      const [theirs, mine] = [held(version), sheet.get(version.id) ?? null];
      const isLeft = mine === null && player.left.get(version.id) === version.revision;
      return theirs !== mine && !isLeft && !offered.has(version.id);
    });
    assert.deepEqual(hidden, [], 'what differs between sheet and server is offered');
  }

  #newest(): ReadonlyMap<string, Version> {
    return newestOf(this.#seen);
  }
}

function newestOf(versions: readonly Version[]): ReadonlyMap<string, Version> {
  return new Map(versions.map((version) => [version.id, version]));
}

function know({ known }: Player, id: string, revision: number): void {
  const revisions = known.get(id) ?? new Set();
  known.set(id, revisions.add(revision));
}

/** The answer to a POST that is accepted. */
export async function post(url: string, key: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${url}: ${response.status} ${text}`);
  return JSON.parse(text) as unknown;
}
