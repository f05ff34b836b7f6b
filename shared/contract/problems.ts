import * as z from 'zod';

/** Every way a request can be refused, with its HTTP status. The codes are stable; `messages/` has the words. */
export const problemStatus = {
  badJson: 400,
  invalid: 400,
  credentialMissing: 401,
  credentialUnknown: 401,
  credentialExpired: 401,
  keyTooWeak: 403,
  roleForbids: 403,
  revisionNotYours: 403,
  bootstrapOnly: 403,
  notMember: 403,
  notFound: 404,
  registerUnknown: 404,
  unitUnknown: 404,
  entryUnknown: 404,
  revisionUnknown: 404,
  drawUnknown: 404,
  partyUnknown: 404,
  keyUnknown: 404,
  memberUnknown: 404,
  methodNotAllowed: 405,
  otherWorkspace: 409,
  workspaceAmbiguous: 409,
  requestReused: 409,
  requestGivenUp: 409,
  planChanged: 412,
  drawListChanged: 409,
  drawClosed: 409,
  drawLate: 409,
  drawTooFew: 409,
  drawTooMany: 409,
  partyCommitted: 409,
  partyRevealed: 409,
  commitmentCopied: 409,
  revealEarly: 409,
  revealFalse: 409,
  ownKey: 409,
  lastAdminKey: 409,
  signInOff: 409,
  tooLarge: 413,
  revertTooLarge: 413,
  mediaType: 415,
  preconditionRequired: 428,
  tooManyRequests: 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
  signInUnavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Where the input was not as expected. */
export const inputFault = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']),
    pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) into the body; for query, path and header `/` and its name.' }),
    expected: z.string(),
    value: z
      .union([z.string(), z.number(), z.boolean(), z.null()])
      .optional()
      .meta({ description: 'What stands there, unless it is an array or object; at most 100 characters of a text.' }),
  })
  .meta({ id: 'InputFault' });
export type InputFault = Readonly<z.infer<typeof inputFault>>;

/** A workspace to choose. */
export const workspaceChoice = z.object({ id: z.string(), name: z.string() }).meta({ id: 'WorkspaceChoice' });
export type WorkspaceChoice = Readonly<z.infer<typeof workspaceChoice>>;

/** The body of every refusal: RFC 9457 with a stable code. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    requestId: z.string(),
    pointer: z.string().optional().meta({ description: 'For input faults: where the first one is.' }),
    expected: z.string().optional(),
    errors: z.array(inputFault).optional(),
    workspaces: z
      .array(workspaceChoice)
      .optional()
      .meta({ description: 'With `workspaceAmbiguous`: the workspaces that the signed-in person is a member of.' }),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = Readonly<z.infer<typeof problemDocument>>;
