import { Button, Disclosure, Empty, Loaded, TextField, useMessages } from '@common-measure/platform/web-kit';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { FoundItem } from '../contract.ts';
import { BankFilters, nothingWanted, queryOf, type Wanted } from './bank-filters.tsx';
import { useBank, useBankSearch } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { ItemResult } from './item-result.tsx';

const step = 30;

/** Search in the bank with its results; `actions` is what can be done with an item where the finder stands. */
export function BankFinder({ actions, wide }: { actions?: (item: FoundItem) => ReactNode; wide: boolean }) {
  const words = useMessages(bankMessages);
  const [wanted, setWanted] = useState(nothingWanted);
  const [most, setMost] = useState(step);
  const deferred = useDeferredValue(wanted);
  const change = (part: Partial<Wanted>) => {
    setWanted((before) => ({ ...before, ...part }));
    setMost(step);
  };
  const found = useBankSearch(queryOf(deferred), Math.min(most, 100));
  return (
    <Loaded query={useBank()}>
      {(bank) => (
        <div className={wide ? 'bank' : 'stack'}>
          <search className="stack">
            <TextField
              type="search"
              label={words.search}
              {...(wide ? { hint: words.searchHint } : {})}
              value={wanted.q}
              onChange={(q) => change({ q })}
            />
            <Disclosure summary={words.filters} startsOpen={wide && hasRoom()}>
              <div className="stack">
                <BankFilters bank={bank} wanted={wanted} change={change} />
              </div>
            </Disclosure>
          </search>
          <div>
            <Loaded query={found}>
              {({ total, items }) => (
                <>
                  <p className="small muted" role="status">
                    {words.found(total)}
                  </p>
                  {total === 0 ? <Empty title={words.none}>{words.noneMore}</Empty> : null}
                  {items.map((item) => (
                    <ItemResult
                      key={item.code}
                      item={item}
                      hits={item.hits}
                      bank={bank}
                      level={wide ? 2 : 3}
                      isLink={wide}
                      actions={actions?.(item)}
                    />
                  ))}
                  {total > items.length && items.length < 100 ? (
                    <Button kind="second" onClick={() => setMost(most + step)}>
                      {words.more(Math.min(step, total - items.length, 100 - items.length))}
                    </Button>
                  ) : null}
                </>
              )}
            </Loaded>
          </div>
        </div>
      )}
    </Loaded>
  );
}

/** Where results stand beside the filters and not below them. */
function hasRoom(): boolean {
  return window.matchMedia('(min-width: 62rem)').matches;
}
