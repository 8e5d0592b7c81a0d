import type { Question } from '@common-measure/instrument';
import { Actions, Button, Icon, useMessages, useText } from '@common-measure/platform/web-kit';
import { type ReactNode, useState } from 'react';
import { builderMessages } from './builder-words.ts';
import { comparabilityMessages } from './comparability-words.ts';

/** The answers of a choice from the bank, to read until somebody decides to change them; those of own questions are open at once. */
export function LockedAnswers({ question, children }: { question: Question; children: ReactNode }) {
  const builder = useMessages(builderMessages);
  const words = useMessages(comparabilityMessages);
  const read = useText();
  const [isUnlocked, setUnlocked] = useState(false);
  if (question.item === null || isUnlocked) return children;
  return (
    <div className="stack-2">
      <h3>{builder.options}</h3>
      <ul>
        {question.options.map((option) => (
          <li key={option.code}>{read(option.label)}</li>
        ))}
      </ul>
      <p className="small muted">
        <Icon name="lock" /> {words.answersLocked}
      </p>
      <Actions className="tight">
        <Button kind="second" icon="edit" onClick={() => setUnlocked(true)}>
          {words.changeAnswers}
        </Button>
      </Actions>
    </div>
  );
}
