import type { Comparability, Instrument, QuestionComparability } from '@common-measure/instrument';
import { questionsOf } from '@common-measure/instrument';
import {
  api,
  Card,
  Disclosure,
  Icon,
  insideSentence,
  Link,
  Tag,
  useFormat,
  useMessages,
  usePath,
  useText,
} from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { type ComparabilityFacts, comparabilityApi } from '../comparability-contract.ts';
import { builderMessages } from './builder-words.ts';
import { CommentedInstrument } from './comment-queries.ts';
import { comparabilityMessages } from './comparability-words.ts';
import { useLabels } from './question-labels.ts';
import { searchFor } from './selection.ts';
import { slotMessages } from './slot-words.ts';

/**
 * What can be compared of a questionnaire, or of one of its questions: of a draft as it was last saved, of a published one as it was
 * recorded. An own question has nothing to say.
 */
export function ComparabilityCard({
  instrument,
  question = null,
}: {
  instrument: Instrument;
  question?: string | null;
}) {
  const words = useMessages(comparabilityMessages);
  const id = useContext(CommentedInstrument);
  const facts = useQuery({
    queryKey: ['comparability', id],
    queryFn: ({ signal }) =>
      api.get<ComparabilityFacts>(comparabilityApi.comparability.replace(':id', id ?? ''), signal),
    enabled: id !== null,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  }).data;
  if (!facts) return null;
  const one = facts.comparability.questions.find((judged) => judged.question === question);
  if (question !== null && !one) return null;
  return (
    <Card title={words.title} stack>
      <p className="small muted">{facts.isRecorded ? words.recorded : words.live}</p>
      {one ? (
        <QuestionLine judged={one} />
      ) : (
        <ComparabilityLines comparability={facts.comparability} instrument={instrument} />
      )}
    </Card>
  );
}

function QuestionLine({ judged }: { judged: QuestionComparability }) {
  const words = useMessages(comparabilityMessages);
  const builder = useMessages(builderMessages);
  return (
    <>
      <p className="tags">
        <Tag>{builder.version(judged.item.version)}</Tag>
        <Tag kind={judged.state === 'comparable' ? 'good' : 'caution'}>{words.states[judged.state]}</Tag>
      </p>
      {judged.changes.length > 0 ? (
        <ul>
          {judged.changes.map((change) => (
            <li key={change}>{words.reasons[change]}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function ComparabilityLines({ comparability, instrument }: { comparability: Comparability; instrument: Instrument }) {
  const words = useMessages(comparabilityMessages);
  const modeWords = useMessages(slotMessages);
  const format = useFormat();
  const read = useText();
  const path = usePath();
  const labelOf = useLabels(instrument);
  const { questions, coreOrder, referencePeriod, modes } = comparability;
  const limited = questions.filter((one) => one.state !== 'comparable');
  const nameOf = (code: string) => {
    const question = questionsOf(instrument).find((one) => one.code === code || one.item?.code === code);
    return question ? labelOf(question) : code;
  };
  const isInOrder = coreOrder.asked.join() === coreOrder.canonical.join();
  if (questions.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <p>
        <strong>
          {words.count(questions.filter((one) => one.state !== 'not-comparable').length, questions.length)}
        </strong>
      </p>
      {limited.length > 0 ? (
        <ul>
          {limited.map((one) => (
            <li key={one.question}>
              <Link to={path} search={searchFor({ kind: 'question', code: one.question })}>
                {nameOf(one.question)}
              </Link>{' '}
              <Tag kind={one.state === 'limited' ? 'info' : 'caution'}>{words.states[one.state]}</Tag>{' '}
              <span className="small muted">{format.list(one.changes.map((change) => words.reasons[change]))}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {coreOrder.asked.length > 1 ? (
        <p>
          <Icon name={isInOrder ? 'good' : 'info'} /> {isInOrder ? words.orderKept : words.orderChanged}
        </p>
      ) : null}
      {isInOrder ? null : (
        <Disclosure summary={words.usualOrder}>
          <ol>
            {coreOrder.canonical.map((code) => (
              <li key={code}>{nameOf(code)}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      <p className="small muted">
        {referencePeriod ? words.period(read(referencePeriod)) : words.noPeriod}{' '}
        {words.modes(format.list(modes.map((mode) => insideSentence(modeWords.modeNames[mode]))))}
      </p>
    </>
  );
}
