import { type Instrument, type OwnKind, type OwnSet, ownQuestions, type Question } from '@common-measure/instrument';
import { useBankItems } from '@common-measure/modules/question-bank/web';
import { Actions, Button, Card, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useId, useState } from 'react';
import { builderMessages } from './builder-words.ts';
import { KindPicture } from './kind-picture.tsx';
import { kindMessages } from './kind-words.ts';

type Kind = OwnKind | OwnSet;
const groups = {
  ratings: ['rating', 'matrix', 'likelihood', 'thumbs', 'pair'],
  choices: ['single', 'multiple', 'top', 'ranking'],
  open: ['number', 'number-pair', 'date', 'short-text', 'text'],
  pages: ['consent', 'information'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;
const groupNames = ['ratings', 'choices', 'open', 'pages'] as const;

/** Questions of the organization's own: their kind, as it will look, and their part; the words follow in the editor. */
export function OwnPanel({
  instrument,
  startPart,
  onAdd,
  onBack,
}: {
  instrument: Instrument;
  startPart: string | undefined;
  onAdd: (questions: readonly Question[], part: string) => void;
  onBack: () => void;
}) {
  const words = useMessages(builderMessages);
  const read = useText();
  const [kind, setKind] = useState<Kind>('rating');
  const [part, setPart] = useState(startPart ?? instrument.sections[0]?.code ?? '');
  const like = useBankItems({ q: '' }).data?.find((item) => item.question.scale?.id === 'agreement')?.question ?? null;
  return (
    <Card title={words.writeTitle} stack>
      <Actions>
        <Button kind="plain" onClick={onBack}>
          {words.back}
        </Button>
      </Actions>
      <KindGallery kind={kind} onChange={setKind} />
      <div className="way-on">
        {instrument.sections.length > 0 ? (
          <SelectField
            label={words.intoPart}
            value={part}
            options={instrument.sections.map((section) => ({
              value: section.code,
              label: read(section.title) || words.newPart,
            }))}
            onChange={setPart}
          />
        ) : null}
        <Actions>
          <Button onClick={() => onAdd(ownQuestions(instrument, kind, like), part)}>{words.begin}</Button>
        </Actions>
      </div>
    </Card>
  );
}

/** Every kind with its picture and a sentence, as one choice; arrow keys move through all of them. */
function KindGallery({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  const builder = useMessages(builderMessages);
  const words = useMessages(kindMessages);
  const id = useId();
  const names: Readonly<Record<Kind, string>> = { ...builder.kinds, ...words.names };
  return (
    <fieldset className="field">
      <legend className="vh">{builder.kind}</legend>
      {groupNames.map((group) => (
        <div key={group} className="kind-group">
          <h3>{words.groups[group]}</h3>
          <div className="kind-gallery">
            {groups[group].map((one) => (
              <label key={one} className="kind">
                <input
                  type="radio"
                  name={id}
                  value={one}
                  checked={one === kind}
                  aria-labelledby={`${id}-${one}`}
                  aria-describedby={`${id}-${one}-hint`}
                  onChange={() => onChange(one)}
                />
                <KindPicture kind={one} />
                <strong id={`${id}-${one}`}>{names[one]}</strong>
                <small id={`${id}-${one}-hint`}>{words.hints[one]}</small>
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
