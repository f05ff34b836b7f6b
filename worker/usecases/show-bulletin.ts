import { headText } from '../../shared/audit/chain.ts';
import type { IsoDate } from '../../shared/calendar/day.ts';
import { bulletinOf, type Bulletin } from '../../shared/report/bulletin.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { assessWorkspace, type Assessment } from './assess-workspace.ts';
import { readableEntries, type ReadableEntries } from './readable-entries.ts';

export interface BulletinView {
  readonly assessment: Assessment;
  readonly bulletin: Bulletin;
  /** Of the history it rests on, as it is printed; null before the first revision. */
  readonly head: string | null;
  readonly readable: ReadableEntries;
}

/**
 * The bulletin as of a day. For a clerk it is of the own unit's rows alone unless the plan publishes scores, and even then only the own entries
 * behind the figures are told.
 */
export async function showBulletin(deps: Deps, principal: Principal, asOf: IsoDate | undefined): Promise<BulletinView> {
  const assessment = await assessWorkspace(deps, principal, asOf);
  const { directory, snapshot, scope } = assessment;
  const unit = scope.only === null ? null : directory.resolve(scope.only).name;
  const bulletin = bulletinOf(assessment, unit);
  const ranking = { key: bulletin.ranking.key.map(scope.seen), other: bulletin.ranking.other.map(scope.seen) };
  const head = snapshot.hash === '' ? null : headText({ revision: snapshot.head, hash: snapshot.hash });
  return { assessment, bulletin: { ...bulletin, ranking }, head, readable: readableEntries(assessment.input.entries, scope) };
}
