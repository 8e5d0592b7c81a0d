import { Actions, Button, Tag, TextField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { qualityMessages } from './quality-words.ts';
import { useSetAside } from './set-aside.ts';
import type { PlacedAdvice } from './use-advice.ts';

/** One piece of advice: what was found, why it matters, what to do, and a way to set it aside with a reason. */
export function AdviceItem({ advice }: { advice: PlacedAdvice }) {
  const [first] = advice;
  const words = useMessages(qualityMessages);
  const read = useText();
  const { put } = useSetAside();
  const [reason, setReason] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const confirm = () => {
    if (reason?.trim()) put(advice, reason.trim());
    else setMissing(true);
  };
  return (
    <li className={`advice ${first.weight}`}>
      <p className="advice-name">
        <strong>{read(first.name)}</strong>
        <Tag kind={first.weight === 'important' ? 'caution' : 'plain'}>{words.weights[first.weight]}</Tag>
      </p>
      {advice.map(({ language, says }) => (
        <p key={`${language} ${says.en}`}>
          {language ? <span className="small muted">{words.inLanguage[language]} </span> : null}
          {read(says)}
        </p>
      ))}
      <p className="small muted">{read(first.why)}</p>
      <p className="small">{read(first.remedy)}</p>
      {reason === null ? (
        <Button kind="plain" onClick={() => setReason('')}>
          {words.setAside}
          <span className="vh"> {read(first.name)}</span>
        </Button>
      ) : (
        <div className="stack-2">
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            error={isMissing && !reason.trim() ? words.reasonMissing : undefined}
            value={reason}
            onChange={setReason}
          />
          <Actions className="tight">
            <Button kind="second" onClick={confirm}>
              {words.confirm}
            </Button>
            <Button kind="plain" onClick={() => setReason(null)}>
              {words.cancel}
            </Button>
          </Actions>
        </div>
      )}
    </li>
  );
}
