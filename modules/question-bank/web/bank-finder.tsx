import {
  CheckField,
  Disclosure,
  Empty,
  Loaded,
  SelectField,
  Tag,
  TextField,
  useLanguage,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { BankOverview, FoundItem } from '../contract.ts';
import { useBank, useBankItems } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';

type Channel = keyof (typeof bankMessages)['en']['channels'];
const channels = ['any', 'phone', 'counter', 'online', 'mail'] as const satisfies readonly Channel[];

/** Search in the bank with its results; `actions` is what can be done with an item where the finder stands. */
export function BankFinder({ actions, wide }: { actions?: (item: FoundItem) => ReactNode; wide: boolean }) {
  const words = useMessages(bankMessages);
  const [wanted, setWanted] = useState({ q: '', construct: '', channel: '', core: false });
  const deferred = useDeferredValue(wanted);
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }));
  const items = useBankItems({
    q: deferred.q,
    ...(deferred.construct ? { construct: deferred.construct } : {}),
    ...(deferred.channel ? { channel: deferred.channel } : {}),
    ...(deferred.core ? { core: 'true' } : {}),
  });
  return (
    <Loaded query={useBank()}>
      {(bank) => (
        <div className={wide ? 'bank' : 'stack'}>
          <div className="stack">
            <TextField type="search" label={words.search} value={wanted.q} onChange={(q) => change({ q })} />
            <Filters bank={bank} wanted={wanted} change={change} />
          </div>
          <div>
            <Loaded query={items}>
              {(found) => (
                <>
                  <p className="small muted" role="status">
                    {words.found(found.length)}
                  </p>
                  {found.length === 0 ? <Empty title={words.none}>{words.noneMore}</Empty> : null}
                  {found.map((item) => (
                    <ItemResult
                      key={item.code}
                      item={item}
                      bank={bank}
                      level={wide ? 2 : 3}
                      actions={actions?.(item)}
                    />
                  ))}
                </>
              )}
            </Loaded>
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Filters({
  bank,
  wanted,
  change,
}: {
  bank: BankOverview;
  wanted: { construct: string; channel: string; core: boolean };
  change: (part: { construct?: string; channel?: string; core?: boolean }) => void;
}) {
  const words = useMessages(bankMessages);
  const read = useText();
  return (
    <>
      <SelectField
        label={words.construct}
        value={wanted.construct}
        options={[
          { value: '', label: words.allConstructs },
          ...bank.constructs.map((construct) => ({ value: construct.id, label: read(construct.name) })),
        ]}
        onChange={(construct) => change({ construct })}
      />
      <SelectField
        label={words.channel}
        value={wanted.channel}
        options={[
          { value: '', label: words.allChannels },
          ...channels.slice(1).map((channel) => ({ value: channel, label: words.channels[channel] })),
        ]}
        onChange={(channel) => change({ channel })}
      />
      <CheckField label={words.coreOnly} checked={wanted.core} onChange={(core) => change({ core })} />
    </>
  );
}

function ItemResult({
  item,
  bank,
  level,
  actions,
}: {
  item: FoundItem;
  bank: BankOverview;
  level: 2 | 3;
  actions: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const words = useMessages(bankMessages);
  const read = useText();
  const language = useLanguage();
  const other = language === 'en' ? 'fr' : 'en';
  const construct = bank.constructs.find((one) => one.id === item.construct);
  const { question } = item;
  const answers = question.type === 'rating' ? (question.scale?.points ?? []) : question.options;
  const apart = [
    question.doesNotApply && words.doesNotApply,
    question.dontKnow && words.dontKnow,
    question.preferNotToSay && words.preferNotToSay,
  ].filter((text) => text !== false);
  return (
    <article className="result" aria-labelledby={`item-${item.code}`}>
      <div>
        <Heading className="small" id={`item-${item.code}`}>
          {question.wording[language]}
        </Heading>
        <p className="fr" lang={other}>
          {question.wording[other]}
        </p>
      </div>
      <p className="tags">
        {item.core ? <Tag kind="core">{words.core}</Tag> : null}
        {construct ? <Tag>{read(construct.name)}</Tag> : null}
      </p>
      {answers.length > 0 ? (
        <Disclosure summary={words.answers}>
          <ul>
            {answers.map((answer) => (
              <li key={answer.code}>
                {answer.label[language]}{' '}
                <span className="muted" lang={other}>
                  {answer.label[other]}
                </span>
              </li>
            ))}
          </ul>
          {apart.length > 0 ? <p className="small muted">{apart.join(' · ')}</p> : null}
        </Disclosure>
      ) : (
        <p className="small muted">{words.openAnswer}</p>
      )}
      {actions ? <div className="actions">{actions}</div> : null}
    </article>
  );
}
