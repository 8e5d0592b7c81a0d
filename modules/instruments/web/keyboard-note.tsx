import { Disclosure, useMessages } from '@common-measure/platform/web-kit';
import { keyboardMessages } from './keyboard-words.ts';

/** The keys of the builder, for whoever wants to know them. */
export function KeyboardNote() {
  const words = useMessages(keyboardMessages);
  const keys = [
    ['↑ ↓', words.inList],
    ['Ctrl+F6', words.columns],
    [words.nextKey, words.next],
    ['Ctrl+Z', words.undo],
  ] as const;
  return (
    <Disclosure summary={words.title}>
      <dl className="keys small">
        {keys.map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
