import type { CommentPlace } from '../comment-contract.ts';
import type { Selection } from './selection.ts';

/** What a comment is about where this is chosen in the outline. */
export function commentPlaceOf(selection: Selection): CommentPlace {
  if (selection.kind === 'question') return { kind: 'question', code: selection.code };
  return selection.kind === 'part' ? { kind: 'section', code: selection.code } : { kind: 'whole' };
}
