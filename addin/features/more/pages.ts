import type { ComponentType } from 'react';
import {
  ArrowDownloadRegular,
  CalendarMonthRegular,
  DocumentMultipleRegular,
  DocumentTextRegular,
  KeyMultipleRegular,
  MegaphoneRegular,
  PeopleRegular,
  ScalesRegular,
  ShieldCheckmarkRegular,
  TableAddRegular,
  TicketDiagonalRegular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import type { Role } from '../../../shared/contract/primitives.ts';
import { PlanPage } from '../plan/plan-page.tsx';
import { DrawPage } from '../draw/draw-page.tsx';
import { BulletinPage } from '../bulletin/bulletin-page.tsx';
import { KeysPage } from '../keys/keys-page.tsx';
import { OrdersPage } from '../orders/orders-page.tsx';
import { RollupPage } from '../rollup/rollup-page.tsx';
import { FilesPage } from '../import/files-page.tsx';
import { ExportPage } from '../verify/export-page.tsx';
import { VerifyPage } from '../verify/verify-page.tsx';
import type { MorePageProps } from './more-page.ts';
import { MembersPage } from '../members/members-page.tsx';
import { NewLedgerPage } from './new-ledger-page.tsx';

interface MorePage {
  readonly Icon: FluentIcon;
  readonly Page: ComponentType<MorePageProps>;
  /** Who may use it; left out: everyone. */
  readonly roles?: readonly Role[];
}

/** The pages under More, in the order of the list; `more.pages.<name>` has their titles and hints. */
const pages = {
  rollup: { Icon: CalendarMonthRegular, Page: RollupPage },
  bulletin: { Icon: MegaphoneRegular, Page: BulletinPage },
  orders: { Icon: DocumentTextRegular, Page: OrdersPage, roles: ['admin', 'assessor'] },
  plan: { Icon: ScalesRegular, Page: PlanPage },
  files: { Icon: DocumentMultipleRegular, Page: FilesPage, roles: ['admin', 'assessor', 'clerk'] },
  newLedger: { Icon: TableAddRegular, Page: NewLedgerPage },
  draw: { Icon: TicketDiagonalRegular, Page: DrawPage, roles: ['admin', 'assessor'] },
  keys: { Icon: KeyMultipleRegular, Page: KeysPage, roles: ['admin'] },
  members: { Icon: PeopleRegular, Page: MembersPage, roles: ['admin'] },
  verify: { Icon: ShieldCheckmarkRegular, Page: VerifyPage, roles: ['admin'] },
  export: { Icon: ArrowDownloadRegular, Page: ExportPage, roles: ['admin'] },
} as const satisfies Readonly<Record<string, MorePage>>;

export type MorePageName = keyof typeof pages;

export const morePages: Readonly<Record<MorePageName, MorePage>> = pages;

/** The pages a role may use, in order. */
export function pagesFor(role: Role): readonly MorePageName[] {
  const names = Object.keys(pages) as MorePageName[];
  return names.filter((name) => morePages[name].roles?.includes(role) ?? true);
}
