import { useMessages } from '@common-measure/platform/web-kit';
import { commentMessages } from './comment-words.ts';

/** How many conversations are open about a place; nothing where none is. */
export function CommentMark({ count }: { count: number }) {
  const words = useMessages(commentMessages);
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
