import { useMessages } from '@common-measure/platform/web-kit';
import type { CommentPlace } from '../comment-contract.ts';
import { openAt, useComments } from './comment-queries.ts';
import { commentMessages } from './comment-words.ts';

/** How many conversations are open about a place; nothing where none is. */
export function CommentMark({ place }: { place: CommentPlace }) {
  const words = useMessages(commentMessages);
  const count = openAt(useComments().data ?? [], place);
  if (count === 0) return null;
  return (
    <span className="comment-mark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5h16v11h-9l-5 4v-4H4z" />
      </svg>
      <span aria-hidden="true">{count}</span>
      <span className="vh"> ({words.mark(count)})</span>
    </span>
  );
}
