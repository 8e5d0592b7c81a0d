import type { BankItem } from '@common-measure/instrument';
import { Card, Link, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';
import { bankMessages } from './bank-words.ts';
import { itemMessages } from './item-words.ts';

/** Where and of whom an item is asked, and what may be filled in. */
export function ItemFactsCard({ item }: { item: BankItem }) {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const read = useText();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.channels, item.channels.map((channel) => bank.channels[channel]).join(' · ')],
    [words.clients, item.clientTypes.map((type) => bank.clientTypes[type]).join(' · ')],
    [words.element, bank.elements[item.element]],
    [words.benchmark, item.benchmarkable ? words.benchmarkable : words.notBenchmarkable],
    ...(item.hint ? [[words.hint, read(item.hint)] as const] : []),
    ...(item.pairedWith
      ? [
          [
            words.pairedWith,
            <Link key="pair" to={`/bank/${item.pairedWith}`}>
              {item.pairedWith}
            </Link>,
          ] as const,
        ]
      : []),
    ...item.slots.map(({ name, kind }) => [`{${name}}`, words.slotKinds[kind]] as const),
  ];
  return (
    <Card title={words.facts} span={7} stack>
      <dl className="kv">
        {rows.map(([name, value]) => (
          <div className="kv-row" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.slots.length > 0 ? <p className="note">{words.slotsMore}</p> : null}
    </Card>
  );
}

/** Questions of other collections that aim at the same. */
export function ItemMatches({ item }: { item: BankItem }) {
  const words = useMessages(itemMessages);
  return (
    <Card title={words.matches} span={5} stack>
      {item.externalRef.length === 0 ? <p>{words.noMatches}</p> : null}
      <dl className="kv">
        {item.externalRef.map(({ scheme, code }) => (
          <div className="kv-row" key={`${scheme} ${code}`}>
            <dt>{scheme}</dt>
            <dd>{code}</dd>
          </div>
        ))}
      </dl>
      {item.externalRef.length > 0 ? <p className="note">{words.matchesMore}</p> : null}
    </Card>
  );
}
