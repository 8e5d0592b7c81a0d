import { type RatingScale, type Variable, type VariableKind, variableKinds } from '@common-measure/dataset';
import { SelectField, useMessages } from '@common-measure/platform/web-kit';
import type { CodeMeaning } from './codebook-acts.ts';
import { columnMessages } from './column-words.ts';

const meanings = [
  'answer',
  'not-applicable',
  'dont-know',
  'refused',
  'not-asked',
  'breakoff',
  'no-answer',
] as const satisfies readonly CodeMeaning[];
/** Codes named beside a choice for all of them. */
const mostNamed = 12;
const directions = ['better', 'worse', 'neutral'] as const;

/** What a column holds. */
export function KindChoice({
  column,
  value,
  possible,
  onChange,
}: {
  column: string | null;
  value: VariableKind;
  possible: readonly VariableKind[];
  onChange: (kind: VariableKind) => void;
}) {
  const words = useMessages(columnMessages);
  return (
    <SelectField
      label={<FieldName text={words.readAs} column={column} />}
      value={value}
      options={variableKinds
        .filter((kind) => possible.includes(kind))
        .map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      onChange={onChange}
    />
  );
}

/** What a code stands for; null where nothing is said yet, "varies" where several columns differ. */
export function MeaningChoice({
  code,
  column,
  value,
  onChange,
}: {
  code: string;
  column: string | null;
  value: CodeMeaning | 'varies' | null;
  onChange: (meaning: CodeMeaning) => void;
}) {
  const words = useMessages(columnMessages);
  const label = code === '' ? words.emptyMeans : words.codeMeans(code);
  const unsaid = value === null ? words.notSaid : words.varies;
  return (
    <SelectField
      label={<FieldName text={label} column={column} />}
      value={value ?? 'varies'}
      options={[
        ...(value === null || value === 'varies' ? [{ value: 'varies' as const, label: unsaid }] : []),
        ...meanings.map((meaning) => ({ value: meaning, label: words.meanings[meaning] })),
      ]}
      onChange={(chosen) => {
        if (chosen !== 'varies') onChange(chosen);
      }}
    />
  );
}

/** What several codes of a column stand for, said once for all of them. */
export function BulkMeaningChoice({
  codes,
  column,
  value,
  mayAnswer,
  onChange,
}: {
  codes: readonly string[];
  column: string;
  value: CodeMeaning | 'varies' | null;
  /** Whether they can all be answers. */
  mayAnswer: boolean;
  onChange: (meaning: CodeMeaning) => void;
}) {
  const words = useMessages(columnMessages);
  const named = codes.slice(0, mostNamed).map((code) => (code === '' ? words.empty : code));
  const rest = codes.length - named.length;
  return (
    <>
      <p className="small muted breakable">
        {words.allMeanText([...named, ...(rest > 0 ? [words.moreCodes(rest)] : [])].join(', '))}
      </p>
      <SelectField
        label={<FieldName text={words.allMean(codes.length)} column={column} />}
        value={value ?? 'varies'}
        options={[
          ...(value === null || value === 'varies'
            ? [{ value: 'varies' as const, label: value === null ? words.notSaid : words.varies }]
            : []),
          ...meanings
            .filter((meaning) => meaning !== 'answer' || mayAnswer)
            .map((meaning) => ({ value: meaning, label: words.meanings[meaning] })),
        ]}
        onChange={(chosen) => {
          if (chosen !== 'varies') onChange(chosen);
        }}
      />
    </>
  );
}

/** Whether a higher number is better. */
export function DirectionChoice({
  scale,
  column,
  onChange,
}: {
  scale: RatingScale;
  column: string | null;
  onChange: (higher: RatingScale['higher']) => void;
}) {
  const words = useMessages(columnMessages);
  return (
    <SelectField
      label={<FieldName text={words.higher} column={column} />}
      value={scale.higher}
      options={directions.map((value) => ({ value, label: words.higherOptions[value] }))}
      onChange={onChange}
    />
  );
}

/** Whether a column may be shown. Said as an act where it is closed, and as a state where it is open. */
export function AccessChoice({
  column,
  value,
  onChange,
}: {
  column: string;
  value: Variable['access'];
  onChange: (access: Variable['access']) => void;
}) {
  const words = useMessages(columnMessages);
  return (
    <SelectField
      label={<FieldName text={value === 'closed' ? words.use : words.access} column={column} />}
      value={value}
      options={
        value === 'closed'
          ? [
              { value: 'closed', label: words.keepClosed },
              { value: 'open', label: words.openIt },
            ]
          : [
              { value: 'open', label: words.accessOptions.open },
              { value: 'closed', label: words.accessOptions.closed },
            ]
      }
      onChange={onChange}
    />
  );
}

/** The label of a field, with the column read aloud: the same words stand beside every column. */
function FieldName({ text, column }: { text: string; column: string | null }) {
  return (
    <>
      {text}
      {column === null ? null : <span className="vh"> ({column})</span>}
    </>
  );
}
