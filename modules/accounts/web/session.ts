import { api, keepCsrfToken } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { accountsApi, type Session } from '../contract.ts';

export const sessionKey = ['session'] as const;

export async function fetchSession(): Promise<Session> {
  const session = await api.get<Session>(accountsApi.session);
  keepCsrfToken(session.csrfToken);
  return session;
}

/** Who is signed in, in which organization, with which role. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
}

/**
 * An act that changes who is signed in, or where: when it has succeeded, everything known of the session before is forgotten
 * and the new session is there before `onSuccess` of the caller runs.
 */
export function useSessionAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
): UseMutationResult<Reply, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Reply, unknown, Input>({
    mutationFn: act,
    onSuccess: async () => {
      const session = await fetchSession();
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
      queries.setQueryData(sessionKey, session);
    },
  });
}

/** The same for an act that leaves the person and the organization as they are: only the session is read again. */
export function useOwnChange<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
): UseMutationResult<Reply, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Reply, unknown, Input>({
    mutationFn: act,
    onSuccess: async () => {
      queries.setQueryData(sessionKey, await fetchSession());
    },
  });
}
