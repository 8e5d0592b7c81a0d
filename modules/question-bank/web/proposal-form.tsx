import { itemChannels, itemClientTypes, itemElements, type ResponseScale } from '@common-measure/instrument';
import type { Problem } from '@common-measure/kernel';
import {
  Actions,
  api,
  Button,
  Card,
  CheckField,
  CheckGroup,
  ErrorSummary,
  ProblemMessage,
  RadioCards,
  SelectField,
  TextField,
  useDone,
  useMessages,
  useNavigate,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type BankOverview, bankApi, type ItemDraft } from '../contract.ts';
import { addressOf, useBankAct } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { answeredBy, type WrittenDraft } from './draft-item.ts';
import { governanceMessages } from './governance-words.ts';
import { OptionFields } from './option-fields.tsx';
import { TextPairField } from './text-pair-field.tsx';

/** The form of a proposed item. Everything that stands against it is told at once, each with its field. */
export function ProposalForm({
  bank,
  scales,
  start,
  baseVersion,
  again,
}: {
  bank: BankOverview;
  scales: readonly ResponseScale[];
  start: WrittenDraft;
  /** Null for a new item. */
  baseVersion: number | null;
  /** The proposal that is changed; null for a fresh one. */
  again: string | null;
}) {
  const words = useMessages(governanceMessages);
  const names = useMessages(bankMessages);
  const read = useText();
  const done = useDone();
  const navigate = useNavigate();
  const [written, setWritten] = useState(start);
  const [flaws, setFlaws] = useState<readonly Problem[]>([]);
  const [isReasonMissing, setReasonMissing] = useState(false);
  const { item } = written;
  const change = (part: Partial<ItemDraft>) =>
    setWritten((before) => ({ ...before, item: { ...before.item, ...part } }));
  const propose = useBankAct(async () => {
    const body = { baseVersion, ...written };
    const found = await api.post<readonly Problem[]>(bankApi.proposalCheck, body);
    setFlaws(found);
    if (found.length > 0) return null;
    const kept =
      again === null
        ? await api.post<{ id: string }>(bankApi.proposals, body)
        : await api.put<{ id: string }>(addressOf(bankApi.proposal, again), body);
    return kept.id;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setReasonMissing(written.reason.trim() === '');
    if (written.reason.trim() === '') return;
    propose.mutate(undefined, {
      onSuccess: (id) => {
        if (id === null) return;
        done({ text: words.proposed });
        navigate(`/bank/proposals/${id}`);
      },
    });
  };
  const errorOf = (place: string) => {
    const flaw = flaws.find((one) => one.details.place === place);
    return flaw && `${read(flaw.title)} ${read(flaw.remedy)}`;
  };
  const errors = [
    ...flaws.map((flaw) => ({ id: String(flaw.details.place ?? 'code'), text: read(flaw.title) })),
    ...(isReasonMissing ? [{ id: 'reason', text: words.reasonMissing }] : []),
  ];
  const error = (place: string) => ({ error: errorOf(place) });
  return (
    <form className="stack-6" onSubmit={submit} noValidate>
      {propose.isError ? <ProblemMessage error={propose.error} /> : null}
      <ErrorSummary errors={errors} />
      <Card stack>
        {baseVersion === null ? (
          <TextField
            id="code"
            label={words.code}
            hint={words.codeHint}
            value={item.code}
            onChange={(code) => change({ code })}
            {...error('code')}
          />
        ) : null}
        <TextPairField
          id="wording"
          labels={{ en: words.wordingEn, fr: words.wordingFr }}
          hint={words.slotHint}
          rows={3}
          value={item.wording}
          errorOf={errorOf}
          onChange={(wording) => change({ wording })}
        />
        <TextPairField
          id="hint"
          labels={{ en: words.hintEn, fr: words.hintFr }}
          value={item.hint}
          errorOf={errorOf}
          onChange={(hint) => change({ hint })}
        />
        <SelectField
          id="construct"
          label={words.construct}
          value={item.construct}
          options={[
            { value: '', label: words.choose },
            ...bank.constructs.map((construct) => ({ value: construct.id, label: read(construct.name) })),
          ]}
          onChange={(construct) => change({ construct })}
          {...error('construct')}
        />
        <SelectField
          label={words.element}
          value={item.element}
          options={itemElements.map((value) => ({ value, label: names.elements[value] }))}
          onChange={(element) => change({ element })}
        />
      </Card>
      <Card title={words.answers} stack>
        <RadioCards
          label={words.type}
          value={item.type}
          options={typesOf(item.type).map((value) => ({ value, label: nameOfType(words.types, value) }))}
          onChange={(type) => setWritten((before) => ({ ...before, item: answeredBy(before.item, type) }))}
        />
        {item.type === 'rating' ? (
          <SelectField
            id="scale"
            label={words.scale}
            value={item.scale ? `${item.scale.id}@${item.scale.version}` : ''}
            options={[
              { value: '', label: words.choose },
              ...scales.map((scale) => ({
                value: `${scale.id}@${scale.version}`,
                label: scaleName(scale, read),
              })),
            ]}
            onChange={(chosen) => {
              const scale = scales.find((one) => `${one.id}@${one.version}` === chosen);
              change({ scale: scale ? { id: scale.id, version: scale.version } : null });
            }}
            {...error('scale')}
          />
        ) : null}
        {item.type === 'single' || item.type === 'multiple' ? (
          <OptionFields options={item.options} errorOf={errorOf} onChange={(options) => change({ options })} />
        ) : null}
        {item.type === 'number' ? (
          <TextPairField
            id="unit"
            labels={{ en: words.unitEn, fr: words.unitFr }}
            value={item.unit}
            errorOf={errorOf}
            onChange={(unit) => change({ unit })}
          />
        ) : null}
        <fieldset className="field">
          <legend>{words.apart}</legend>
          <div className="checks">
            {(['doesNotApply', 'dontKnow', 'preferNotToSay'] as const).map((key) => (
              <CheckField
                key={key}
                label={names[key]}
                checked={item[key]}
                onChange={(checked) => change({ [key]: checked })}
              />
            ))}
          </div>
        </fieldset>
      </Card>
      <Card stack>
        <CheckGroup
          label={words.channels}
          values={item.channels}
          options={itemChannels.map((value) => ({ value, label: names.channels[value] }))}
          onChange={(channels) => change({ channels })}
        />
        <CheckGroup
          label={words.clients}
          values={item.clientTypes}
          options={itemClientTypes.map((value) => ({ value, label: names.clientTypes[value] }))}
          onChange={(clientTypes) => change({ clientTypes })}
        />
        <CheckField label={words.core} checked={item.core} onChange={(core) => change({ core })} />
        <CheckField
          label={words.benchmarkable}
          checked={item.benchmarkable}
          onChange={(benchmarkable) => change({ benchmarkable })}
        />
      </Card>
      <Card stack>
        <RadioCards
          label={words.writtenIn}
          value={written.writtenIn}
          options={(['en', 'fr'] as const).map((value) => ({ value, label: words.languages[value] }))}
          onChange={(writtenIn) => setWritten((before) => ({ ...before, writtenIn }))}
        />
        <TextField
          id="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          value={written.reason}
          onChange={(reason) => setWritten((before) => ({ ...before, reason }))}
          error={isReasonMissing ? words.reasonMissing : undefined}
        />
        <Actions>
          <Button type="submit" busy={propose.isPending && words.proposing}>
            {words.propose}
          </Button>
        </Actions>
      </Card>
    </form>
  );
}

const types = ['rating', 'single', 'multiple', 'number', 'text'] as const;

/** The ways to answer that can be proposed here; an item that is answered in another way keeps it. */
function typesOf(present: ItemDraft['type']): readonly ItemDraft['type'][] {
  return types.some((type) => type === present) ? types : [...types, present];
}

function nameOfType(names: Readonly<Record<(typeof types)[number], string>>, type: ItemDraft['type']): string {
  const known = types.find((one) => one === type);
  return known ? names[known] : type;
}

function scaleName({ id, points }: ResponseScale, read: ReturnType<typeof useText>): string {
  const ends = [points.at(0), points.at(-1)].map((point) => (point ? read(point.label) : ''));
  return `${ends.join(' – ')} (${id})`;
}
