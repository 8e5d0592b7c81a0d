/** What a computation hands back when the field knows reasons to refuse: a value, or every reason at once. */
export type Result<T, Reason> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

export function accepted<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refused<Reason>(...reasons: readonly Reason[]): Result<never, Reason> {
  return { ok: false, reasons };
}
