import { type Advice, adviceOn, adviceTogether, type Instrument } from '@common-measure/instrument';
import { useDeferredValue, useMemo } from 'react';
import { nameOf, useSetAside } from './set-aside.ts';

/** What one check says of one place, in one language or both. */
export type PlacedAdvice = readonly [Advice, ...Advice[]];

/** The advice on a questionnaire as it is written, a moment behind the keys, without what was set aside. */
export function useAdvice(instrument: Instrument): {
  readonly open: readonly PlacedAdvice[];
  readonly setAside: readonly { readonly advice: PlacedAdvice; readonly reason: string }[];
} {
  const { aside } = useSetAside();
  const calm = useDeferredValue(instrument);
  const all = useMemo(() => adviceTogether(adviceOn(calm)), [calm]);
  return {
    open: all.filter((advice) => aside[nameOf(advice)] === undefined),
    setAside: all.flatMap((advice) => {
      const reason = aside[nameOf(advice)];
      return reason === undefined ? [] : [{ advice, reason }];
    }),
  };
}
