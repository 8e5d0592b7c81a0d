import type { Question, ResponseScale } from '@common-measure/instrument';
import { useBankItems } from '@common-measure/modules/question-bank/web';
import { SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { TextPair } from './text-pair.tsx';

const directions = ['better', 'worse', 'neutral'] as const;

/** The scale of an organization's own rating: one of the bank's, or five labels of its own. */
export function ScaleEditor({
  question,
  scale,
  onChange,
}: {
  question: Question;
  scale: ResponseScale;
  onChange: (scale: ResponseScale) => void;
}) {
  const words = useMessages(builderMessages);
  const read = useText();
  const items = useBankItems({ q: '' }).data ?? [];
  const known = new Map(items.flatMap(({ question: { scale: one } }) => (one ? [[one.id, one] as const] : [])));
  const nameOf = ({ points }: ResponseScale) =>
    [points.at(0), points.at(-1)].map((point) => (point ? read(point.label) : '')).join(' – ');
  const isOwn = scale.id === question.code;
  const choose = (id: string) => {
    const chosen = known.get(id);
    onChange(chosen ?? { ...scale, id: question.code, version: 1, prompt: null });
  };
  return (
    <>
      <SelectField
        label={words.scaleChoice}
        value={isOwn ? question.code : scale.id}
        options={[
          ...[...known.values()].map((one) => ({ value: one.id, label: nameOf(one) })),
          ...(isOwn || known.has(scale.id) ? [] : [{ value: scale.id, label: nameOf(scale) }]),
          { value: question.code, label: words.ownLabels },
        ]}
        onChange={choose}
      />
      {isOwn ? (
        <>
          {scale.points.map((point, place) => (
            <TextPair
              key={point.code}
              id={`point-${point.code}`}
              label={words.answer(place + 1)}
              rows={1}
              value={point.label}
              onChange={(label) =>
                onChange({
                  ...scale,
                  points: scale.points.map((one) => (one.code === point.code ? { ...one, label } : one)),
                })
              }
            />
          ))}
          <SelectField
            label={words.direction(scale.points.length)}
            value={scale.higher}
            options={directions.map((value) => ({ value, label: words.directions[value] }))}
            onChange={(higher) => onChange({ ...scale, higher })}
          />
        </>
      ) : null}
    </>
  );
}
