/** What a page tells the worker, and the worker the pages of a survey. */
export type ToWorker =
  /** A page of the survey is shown; `isFresh`: the worker may not know how its answers came to stand so. */
  | { readonly kind: 'shown'; readonly token: string; readonly key: string; readonly isFresh: boolean }
  /** The server has taken what is typed on the page: the fields of its form. */
  | { readonly kind: 'saved'; readonly token: string; readonly fields: readonly (readonly [string, string])[] }
  /** There may be a network again. */
  | { readonly kind: 'online' };

export type ToPage = { readonly kind: 'brought'; readonly token: string; readonly state: string };
