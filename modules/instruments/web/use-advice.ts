import { type Advice, adviceOn, type Instrument } from '@common-measure/instrument';
import { useDeferredValue } from 'react';
import { nameOf, useSetAside } from './set-aside.ts';

/** The advice on a questionnaire as it is written, a moment behind the keys, without what was set aside. */
export function useAdvice(instrument: Instrument): {
  readonly open: readonly Advice[];
  readonly setAside: readonly { readonly advice: Advice; readonly reason: string }[];
} {
  const { aside } = useSetAside();
  const all = adviceOn(useDeferredValue(instrument));
  return {
    open: all.filter((advice) => aside[nameOf(advice)] === undefined),
    setAside: all.flatMap((advice) => {
      const reason = aside[nameOf(advice)];
      return reason === undefined ? [] : [{ advice, reason }];
    }),
  };
}
