import { type Advice, type Instrument, questionsOf } from '@common-measure/instrument';
import { Button, Card, Disclosure, Link, useMessages, usePath, useText } from '@common-measure/platform/web-kit';
import { AdviceItem } from './advice-item.tsx';
import { LengthAndReading } from './length-and-reading.tsx';
import { qualityMessages } from './quality-words.ts';
import { useLabels } from './question-labels.ts';
import { searchFor } from './selection.ts';
import { nameOf, useSetAside } from './set-aside.ts';
import { useAdvice } from './use-advice.ts';

/** Minutes, reading level, and every piece of advice by question, each with its way to the question. */
export function QualityPanel({ instrument }: { instrument: Instrument }) {
  const words = useMessages(qualityMessages);
  const read = useText();
  const { open, setAside } = useAdvice(instrument);
  const { bringBack } = useSetAside();
  const important = open.filter(([first]) => first.weight === 'important').length;
  const places = [...Map.groupBy(open, ([first]) => first.question)];
  return (
    <Card title={words.checks} stack>
      <LengthAndReading instrument={instrument} />
      <p>
        <strong>{open.length > 0 ? words.counts(important, open.length - important) : words.nothing}</strong>
      </p>
      <p className="small muted">{words.lead}</p>
      {places.map(([question, here]) => (
        <section key={question ?? ''} className="advice-place">
          <h3>
            <PlaceLink instrument={instrument} advice={here[0]?.[0]} />
          </h3>
          <ul className="advice-list">
            {here.map((advice) => (
              <AdviceItem key={nameOf(advice)} advice={advice} />
            ))}
          </ul>
        </section>
      ))}
      {setAside.length > 0 ? (
        <Disclosure summary={words.asideTitle(setAside.length)}>
          <ul className="advice-list">
            {setAside.map(({ advice, reason }) => (
              <li key={nameOf(advice)} className="advice">
                <p>{words.goTo(read(advice[0].label), read(advice[0].name))}</p>
                <p className="small muted">{reason}</p>
                <Button kind="plain" onClick={() => bringBack(advice)}>
                  {words.bringBack}
                  <span className="vh"> {read(advice[0].name)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function PlaceLink({ instrument, advice }: { instrument: Instrument; advice: Advice | undefined }) {
  const words = useMessages(qualityMessages);
  const path = usePath();
  const labelOf = useLabels(instrument);
  const at = questionsOf(instrument).findIndex((one) => one.code === advice?.question);
  const question = questionsOf(instrument)[at];
  if (!question || !advice) return words.whole;
  return (
    <Link to={path} search={searchFor({ kind: 'question', code: question.code })}>
      {at + 1}. {labelOf(question)}
    </Link>
  );
}
