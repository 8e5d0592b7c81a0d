import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and does what the latest one does, so that what is drawn with it need not be drawn again. */
export function useLatest<Values extends readonly unknown[]>(
  act: (...values: Values) => void,
): (...values: Values) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...values: Values) => latest.current(...values), []);
}
