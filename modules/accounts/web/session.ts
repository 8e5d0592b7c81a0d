import { api, keepCsrfToken } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { accountsApi, type Session } from '../contract.ts';

export const sessionKey = ['session'] as const;

export async function fetchSession(): Promise<Session> {
  const session = await api.get<Session>(accountsApi.session);
  keepCsrfToken(session.csrfToken);
  return session;
}

/** Who is signed in, in which organisation, with which role. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
}
