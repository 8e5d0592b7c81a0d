import { type SamplingClass, samplingClasses } from '@common-measure/dataset';
import { Icon, RadioCards, useMessages, useText } from '@common-measure/platform/web-kit';
import { samplingClassWords } from '../contract.ts';
import { surveyMessages } from './survey-words.ts';

/** How people are reached, in plain words, with what that will and will not allow to say. */
export function SamplingField({
  value,
  error,
  onChange,
}: {
  value: SamplingClass | null;
  error?: string | undefined;
  onChange: (value: SamplingClass) => void;
}) {
  const words = useMessages(surveyMessages);
  const read = useText();
  // The commonest way comes first; the order says nothing about merit.
  const order = ['non-probability', ...samplingClasses.filter((one) => one !== 'non-probability')] as const;
  return (
    <RadioCards
      id="sampling"
      label={words.reach}
      hint={words.reachHint}
      error={error}
      value={value}
      options={order.map((one) => {
        const { name, example, allows, forbids } = samplingClassWords[one];
        return {
          value: one,
          label: <strong>{read(name)}</strong>,
          hint: (
            <>
              {read(example)}
              <span className="claim good">
                <Icon name="good" />
                <span>{read(allows)}</span>
              </span>
              <span className="claim bad">
                <Icon name="bad" />
                <span>{read(forbids)}</span>
              </span>
            </>
          ),
        };
      })}
      onChange={onChange}
    />
  );
}
