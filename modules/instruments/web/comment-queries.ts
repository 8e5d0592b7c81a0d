import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { type CommentChange, type CommentPlace, commentsApi, type InstrumentComment } from '../comment-contract.ts';

type Said = readonly InstrumentComment[];

/** The questionnaire whose comments are shown; null where there are none to show. */
export const CommentedInstrument = createContext<string | null>(null);

const nobody: Said = [];

/** What was said about the questionnaire at hand; read again when the window is looked at again. */
export function useComments(): UseQueryResult<Said> {
  const id = useContext(CommentedInstrument);
  return useQuery({
    queryKey: ['comments', id],
    queryFn: ({ signal }) => api.get<Said>(commentsApi.comments.replace(':id', id ?? ''), signal),
    enabled: id !== null,
    refetchOnWindowFocus: 'always',
    refetchInterval: 60_000,
    placeholderData: nobody,
  });
}

export type CommentAct =
  | { readonly write: string; readonly place: CommentPlace; readonly replyTo: string | null }
  | { readonly change: CommentChange; readonly of: string };

/** Writes or changes a comment; the reply is everything that is said now. */
export function useCommentAct(): UseMutationResult<Said, unknown, CommentAct> {
  const id = useContext(CommentedInstrument) ?? '';
  const queries = useQueryClient();
  return useMutation<Said, unknown, CommentAct>({
    mutationFn: (act) =>
      'write' in act
        ? api.post(commentsApi.comments.replace(':id', id), { place: act.place, text: act.write, replyTo: act.replyTo })
        : api.patch(commentsApi.comment.replace(':id', id).replace(':commentId', act.of), act.change),
    onSuccess: (said) => queries.setQueryData(['comments', id], said),
  });
}

/** One conversation: what was said first, and the answers to it. */
export interface Conversation {
  readonly first: InstrumentComment;
  readonly answers: Said;
}

/** The conversations about a place, oldest first; one of which nothing is left is not among them. */
export function conversationsAt(said: Said, isHere: (place: CommentPlace) => boolean): readonly Conversation[] {
  return said
    .filter((comment) => comment.replyTo === null && isHere(comment.place))
    .map((first) => ({
      first,
      answers: said.filter((comment) => comment.replyTo === first.id && !comment.isRemoved),
    }))
    .filter(({ first, answers }) => !first.isRemoved || answers.length > 0);
}

/** How many conversations are open about each place, as a look-up: "whole", "section part_1", "question ease". */
export function useOpenComments(): (place: string) => number {
  const said = useComments().data ?? nobody;
  return useMemo(() => {
    const open = new Map<string, number>();
    for (const { first } of conversationsAt(said, () => true)) {
      const place = first.place.kind === 'whole' ? 'whole' : `${first.place.kind} ${first.place.code}`;
      if (first.resolved === null) open.set(place, (open.get(place) ?? 0) + 1);
    }
    return (place) => open.get(place) ?? 0;
  }, [said]);
}

export function samePlace(one: CommentPlace, other: CommentPlace): boolean {
  return one.kind === other.kind && (one.kind === 'whole' || (other.kind !== 'whole' && one.code === other.code));
}
