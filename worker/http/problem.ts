import { say } from '../../shared/contract/messages/index.ts';
import { problemStatus, type ProblemDocument } from '../../shared/contract/problems.ts';
import { message, type Language } from '../../shared/message.ts';
import { Refusal } from '../refusal.ts';

/** Seconds a client is asked to wait when others kept getting in between. */
const RETRY_AFTER = '2';

/** The answer to a refused request (RFC 9457). Anything that is no Refusal is ours and tells nothing of its inside. */
export function problemResponse(error: unknown, requestId: string, language: Language): Response {
  const refusal = error instanceof Refusal ? error : new Refusal('internal');
  const { code, params, faults, workspaces } = refusal;
  const status = problemStatus[code];
  const [first] = faults;
  const body: ProblemDocument = {
    type: `urn:taizhang:problem:${code}`,
    title: code,
    status,
    detail: say(message(`api.${code}`, params), language),
    code,
    params,
    requestId,
    ...(first !== undefined && { pointer: first.pointer, expected: first.expected, errors: [...faults] }),
    ...(workspaces.length > 0 && { workspaces: [...workspaces] }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Content-Language': language });
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="taizhang"');
  if (code === 'busy') headers.set('Retry-After', RETRY_AFTER);
  if (code === 'tooManyRequests') headers.set('Retry-After', String(params['seconds']));
  if (code === 'methodNotAllowed') headers.set('Allow', String(params['allowed']));
  return new Response(JSON.stringify(body), { status, headers });
}
