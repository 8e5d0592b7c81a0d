import {
  Disclosure,
  Link,
  otherLanguage,
  Tag,
  useLanguage,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';
import type { BankOverview, FoundItem, SearchPage } from '../contract.ts';
import { bankMessages } from './bank-words.ts';
import { MarkedText } from './marked-text.tsx';

/** Kinds that tell more than the construct does. */
const telling = new Set<FoundItem['element']>(['importance', 'priority', 'time']);

/** An item among results: both wordings, what it is about, its answers; `actions` is what can be done with it here. */
export function ItemResult({
  item,
  hits,
  bank,
  level,
  isLink,
  actions,
}: {
  item: FoundItem;
  hits?: SearchPage['items'][number]['hits'];
  bank: BankOverview;
  level: 2 | 3;
  /** The wording leads to the item's page. */
  isLink: boolean;
  actions: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const words = useMessages(bankMessages);
  const read = useText();
  const language = useLanguage();
  const other = otherLanguage(language);
  const construct = bank.constructs.find((one) => one.id === item.construct);
  const { question } = item;
  const wording = <MarkedText text={question.wording[language]} {...(hits ? { hits: hits[language] } : {})} />;
  return (
    <article className="result" aria-labelledby={`item-${item.code}`}>
      <div>
        <Heading className="small" id={`item-${item.code}`}>
          {isLink ? <Link to={`/bank/${item.code}`}>{wording}</Link> : wording}
        </Heading>
        <p className="fr" lang={other}>
          <MarkedText text={question.wording[other]} {...(hits ? { hits: hits[other] } : {})} />
        </p>
      </div>
      <p className="tags">
        {item.core ? <Tag kind="core">{words.core}</Tag> : null}
        {item.retired ? <Tag kind="caution">{words.retired}</Tag> : null}
        {construct ? <Tag>{read(construct.name)}</Tag> : null}
        {telling.has(item.element) ? <Tag>{words.elements[item.element]}</Tag> : null}
      </p>
      <ItemAnswers item={item} />
      {actions ? <div className="actions">{actions}</div> : null}
    </article>
  );
}

function ItemAnswers({ item: { question } }: { item: FoundItem }) {
  const words = useMessages(bankMessages);
  const language = useLanguage();
  const other = otherLanguage(language);
  const answers = question.type === 'rating' ? (question.scale?.points ?? []) : question.options;
  const apart = [
    question.doesNotApply && words.doesNotApply,
    question.dontKnow && words.dontKnow,
    question.preferNotToSay && words.preferNotToSay,
  ].filter((text) => text !== false);
  if (answers.length === 0)
    return <p className="small muted">{question.type === 'number' ? words.numberAnswer : words.openAnswer}</p>;
  return (
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
  );
}
