import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { isoDate, type DeepReadonly } from './primitives.ts';
import { pushRequest, type PushRequest } from './push.ts';

/** What a package holds: the requests of one push as they would have been sent, and where they come from. */
const packageContent = z.strictObject({
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  register: z.enum(registerIds),
  /** The sheet it was made from. */
  sheet: z.string(),
  asOf: isoDate,
  /** The name of the credential that made it. */
  madeBy: z.string(),
  /** ISO 8601 UTC. */
  madeAt: z.string(),
  pushes: z.array(pushRequest).min(1),
});
export type PackageContent = DeepReadonly<Omit<z.input<typeof packageContent>, 'pushes'>> & { readonly pushes: readonly PushRequest[] };

export const PACKAGE_FORMAT = 'taizhang-package';

/** 报送包: a push that could not be sent, to be sent from another machine. `seal`: SHA-256 over the canonical text of `content`. */
export const pushPackage = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(1),
  content: packageContent,
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});
