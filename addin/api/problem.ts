import { workspaceChoice, type WorkspaceChoice } from '../../shared/contract/problems.ts';
import { ApiError } from './ledger-api.ts';

type Params = Record<string, string | number>;

/** The `ApiError` of an answer that is not 2xx: from its problem document (RFC 9457) where it has one, else by its status. */
export async function errorOf(response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  const header = response.headers.get('x-request-id');
  const params: Params = paramsOf(problem['params']);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(retryAfter)) params['retryAfter'] = retryAfter;
  const { code, requestId } = problem;
  return new ApiError(
    typeof code === 'string' ? code : codeOfStatus(response.status),
    response.status,
    params,
    typeof requestId === 'string' ? requestId : header,
    { workspaces: workspacesOf(problem['workspaces']) },
  );
}

async function problemOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {}; // a broken body: the status says enough
  }
}

function paramsOf(value: unknown): Params {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string | number] => ['string', 'number'].includes(typeof pair[1])));
}

function workspacesOf(value: unknown): readonly WorkspaceChoice[] {
  return workspaceChoice.array().safeParse(value).data ?? [];
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'tooManyRequests';
  return status >= 500 ? 'serverFault' : 'notOurServer';
}
