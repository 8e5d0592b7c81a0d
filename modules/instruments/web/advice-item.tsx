import type { Advice } from '@common-measure/instrument';
import { Actions, Button, Tag, TextField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { qualityMessages } from './quality-words.ts';
import { useSetAside } from './set-aside.ts';

/** One piece of advice: what was found, why it matters, what to do, and a way to set it aside with a reason. */
export function AdviceItem({ advice }: { advice: Advice }) {
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
    <li className={`advice ${advice.weight}`}>
      <p className="advice-name">
        <strong>{read(advice.name)}</strong>
        <Tag kind={advice.weight === 'important' ? 'caution' : 'plain'}>{words.weights[advice.weight]}</Tag>
        {advice.language ? <span className="small muted">{words.inLanguage[advice.language]}</span> : null}
      </p>
      <p>{read(advice.says)}</p>
      <p className="small muted">{read(advice.why)}</p>
      <p className="small">{read(advice.remedy)}</p>
      {reason === null ? (
        <Button kind="plain" onClick={() => setReason('')}>
          {words.setAside}
          <span className="vh"> {read(advice.name)}</span>
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
