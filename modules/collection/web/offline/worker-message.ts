/** What a page tells the worker, and the worker the pages of a survey. */
export type ToWorker =
  /** A page of the survey is shown; `isFresh`: the worker may not know how its answers came to stand so. */
  | { readonly kind: 'shown'; readonly token: string; readonly key: string; readonly isFresh: boolean }
  /** The server has taken what is typed on the page: the fields of its form. */
  | { readonly kind: 'saved'; readonly token: string; readonly fields: readonly (readonly [string, string])[] }
  /** There may be a network again. */
  | { readonly kind: 'online' }
  /** The screen of a tablet asks what waits on it; `contacts`: and lets the server know, and brings it what it takes. */
  | { readonly kind: 'device'; readonly token: string; readonly contacts: boolean };

export type ToPage =
  | { readonly kind: 'brought'; readonly token: string; readonly state: string }
  | {
      readonly kind: 'queue';
      readonly token: string;
      readonly waiting: number;
      readonly notTaken: number;
      readonly standing: string;
    };
