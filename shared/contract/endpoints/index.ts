import { auditEndpoints } from './audit.ts';
import { drawsEndpoints } from './draws.ts';
import { keysEndpoints } from './keys.ts';
import { membersEndpoints } from './members.ts';
import { planEndpoints } from './plan.ts';
import { registersEndpoints } from './registers.ts';
import { reportsEndpoints } from './reports.ts';
import { revisionsEndpoints } from './revisions.ts';
import { scoresEndpoints } from './scores.ts';
import { workspaceEndpoints } from './workspace.ts';

/** Every address of the API. Routes, typed calls and the OpenAPI document come from this table. */
export const endpoints = {
  ...workspaceEndpoints,
  ...keysEndpoints,
  ...membersEndpoints,
  ...planEndpoints,
  ...registersEndpoints,
  ...revisionsEndpoints,
  ...auditEndpoints,
  ...scoresEndpoints,
  ...drawsEndpoints,
  ...reportsEndpoints,
} as const;
