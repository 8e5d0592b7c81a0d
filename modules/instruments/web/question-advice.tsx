import type { Instrument, Question } from '@common-measure/instrument';
import { Disclosure, useMessages } from '@common-measure/platform/web-kit';
import { AdviceItem } from './advice-item.tsx';
import { qualityMessages } from './quality-words.ts';
import { nameOf } from './set-aside.ts';
import { useAdvice } from './use-advice.ts';

/** The advice on the question that is worked on, closed until somebody asks for it; nothing where there is none. */
export function QuestionAdvice({ instrument, question }: { instrument: Instrument; question: Question }) {
  const words = useMessages(qualityMessages);
  const here = useAdvice(instrument).open.filter(([first]) => first.question === question.code);
  if (here.length === 0) return null;
  return (
    <Disclosure summary={words.adviceHere(here.length)}>
      <ul className="advice-list">
        {here.map((advice) => (
          <AdviceItem key={nameOf(advice)} advice={advice} />
        ))}
      </ul>
    </Disclosure>
  );
}
