import { type Arm, codePattern, type Instrument, renameArmCode } from '@common-measure/instrument';
import { Actions, Button, Card, TextField, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { useListFocus } from './list-focus.ts';
import { routingMessages } from './routing-words.ts';
import { TextPair } from './text-pair.tsx';

/** The groups of a split sample: their names, codes and shares. */
export function GroupsEditor({
  instrument,
  onEdit,
}: {
  instrument: Instrument;
  onEdit: (change: (present: Instrument) => Instrument) => void;
}) {
  const words = useMessages(routingMessages);
  const arms = instrument.arms ?? [];
  const holder = useListFocus<HTMLDivElement>(arms.length, '.look');
  const total = arms.reduce((sum, arm) => sum + arm.share, 0);
  const put = (next: readonly Arm[]) => onEdit((present) => withArms(present, next));
  const add = () => {
    const code = (taken: readonly Arm[]) => {
      const free = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((letter) => `group_${letter}`);
      return free.find((one) => taken.every((arm) => arm.code !== one)) ?? `group_${taken.length + 1}`;
    };
    const first = { code: code(arms), label: { en: '', fr: '' }, share: 1 };
    put(arms.length > 0 ? [...arms, first] : [first, { ...first, code: code([first]) }]);
  };
  return (
    <Card title={words.groups} stack>
      <p className="small muted">{words.groupsHint}</p>
      <div className="stack" ref={holder}>
        {arms.map((arm, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group keeps its place while its code is written
          <fieldset className="look" key={at}>
            <legend>{words.group(at + 1)}</legend>
            <TextPair
              id={`arm-${at}`}
              label={words.groupName}
              rows={1}
              value={arm.label}
              onChange={(label) => put(arms.with(at, { ...arm, label }))}
            />
            <CodeField
              code={arm.code}
              isFree={(code) => arms.every((one) => one === arm || one.code !== code)}
              onChange={(code) => onEdit((present) => renameArmCode(present, arm.code, code))}
            />
            <ShareField share={arm.share} total={total} onChange={(share) => put(arms.with(at, { ...arm, share }))} />
            <Actions className="tight">
              <Button
                kind="plain"
                icon="remove"
                label={words.removeGroup(at + 1)}
                onClick={() => put(arms.toSpliced(at, 1))}
              >
                {words.remove}
              </Button>
            </Actions>
          </fieldset>
        ))}
        <Actions className="tight">
          <Button kind="second" icon="plus" onClick={add}>
            {arms.length > 0 ? words.addGroup : words.splitSample}
          </Button>
        </Actions>
      </div>
    </Card>
  );
}

/** A code; while what stands there is none, or is taken, the one before is kept. */
export function CodeField({
  label,
  pattern = codePattern,
  code,
  isFree,
  onChange,
}: {
  label?: string;
  pattern?: RegExp;
  code: string;
  isFree: (code: string) => boolean;
  onChange: (code: string) => void;
}) {
  const words = useMessages(routingMessages);
  const [typed, setTyped] = useState(code);
  const isGood = pattern.test(typed) && (typed === code || isFree(typed));
  return (
    <TextField
      label={label ?? words.groupCode}
      value={typed}
      error={isGood ? undefined : words.codeTaken}
      onChange={(next) => {
        setTyped(next);
        if (pattern.test(next) && isFree(next)) onChange(next);
      }}
    />
  );
}

function ShareField({ share, total, onChange }: { share: number; total: number; onChange: (share: number) => void }) {
  const words = useMessages(routingMessages);
  const format = useFormat();
  const [typed, setTyped] = useState(String(share));
  const value = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return (
    <TextField
      label={words.groupShare}
      hint={words.shareHint(format.percent((100 * share) / total))}
      inputMode="numeric"
      value={typed}
      error={value >= 1 && value <= 1000 ? undefined : words.writeNumber}
      onChange={(next) => {
        setTyped(next);
        const number = /^\d{1,4}$/.test(next) ? Number(next) : 0;
        if (number >= 1 && number <= 1000) onChange(number);
      }}
    />
  );
}

function withArms(instrument: Instrument, arms: readonly Arm[]): Instrument {
  const { arms: _before, ...rest } = instrument;
  return arms.length > 0 ? { ...rest, arms } : rest;
}
