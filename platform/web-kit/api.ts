import { type Problem, ProblemError } from '@common-measure/kernel';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let csrfToken: string | null = null;

/** Keeps the token of the session reply; every later act carries it in `x-csrf-token`. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

/**
 * Calls the platform's own API: `path` as the slice's contract gives it (`/api/members`). Throws `ProblemError` (kernel) with the server's problem,
 * or with one of its own where the server cannot be reached or answers with something else.
 */
export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', path, body),
  put: <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => call<T>('PATCH', path, body),
  delete: <T>(path: string): Promise<T> => call<T>('DELETE', path),
};

/**
 * Sends a form with a file and tells the share that has left, 0 to 1. `fetch` cannot tell it, so this goes by XMLHttpRequest.
 * Throws as `api` does; an upload that `signal` stops throws an `AbortError`.
 */
export function uploadForm<T>(
  path: string,
  form: FormData,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    if (csrfToken !== null) request.setRequestHeader('x-csrf-token', csrfToken);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const content: unknown = request.response;
      if (request.status >= 200 && request.status < 300 && content !== null) resolve(content as T);
      else reject(new ProblemError(isProblem(content) ? content : unexpectedReply(request.status, path)));
    };
    request.onerror = () => reject(new ProblemError(unreachableServer));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET' && csrfToken !== null) headers['x-csrf-token'] = csrfToken;
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = form ? body : JSON.stringify(body);
  if (signal) init.signal = signal;
  const reply = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(unreachableServer);
  });
  if (reply.status === 204) return undefined as T;
  const content: unknown = await reply.json().catch(() => null);
  if (reply.ok && content !== null) return content as T;
  throw new ProblemError(isProblem(content) ? content : unexpectedReply(reply.status, path));
}

function isProblem(content: unknown): content is Problem {
  return (
    typeof content === 'object' && content !== null && 'code' in content && 'title' in content && 'remedy' in content
  );
}

const unreachableServer: Problem = {
  code: 'server-unreachable',
  status: 503,
  title: { en: 'The server does not answer.', fr: 'Le serveur ne répond pas.' },
  remedy: {
    en: 'Check your connection, then try again. What you entered is still here.',
    fr: 'Vérifiez votre connexion, puis réessayez. Ce que vous avez saisi est toujours là.',
  },
  details: {},
};

function unexpectedReply(status: number, path: string): Problem {
  return {
    code: 'unexpected-reply',
    status,
    title: {
      en: `The server gave an answer that this page does not understand (${status}).`,
      fr: `Le serveur a donné une réponse que cette page ne comprend pas (${status}).`,
    },
    remedy: {
      en: 'Load the page again. If it happens again, tell the person who runs this server.',
      fr: 'Rechargez la page. Si cela se reproduit, prévenez la personne qui gère ce serveur.',
    },
    details: { path },
  };
}
