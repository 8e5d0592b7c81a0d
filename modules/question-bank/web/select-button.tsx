import type { LocalizedText } from '@common-measure/kernel';
import { Button, useMessages, useText } from '@common-measure/platform/web-kit';
import { bankMessages } from './bank-words.ts';
import { useSelection } from './selection.ts';

/** Puts a question into the selection of this browser, or takes it out. */
export function SelectButton({ code, wording }: { code: string; wording: LocalizedText }) {
  const words = useMessages(bankMessages);
  const read = useText();
  const { codes, keep, drop } = useSelection();
  return codes.includes(code) ? (
    <Button kind="second" icon="good" label={words.dropThis(read(wording))} onClick={() => drop([code])}>
      {words.drop}
    </Button>
  ) : (
    <Button kind="second" icon="plus" label={words.keepThis(read(wording))} onClick={() => keep([code])}>
      {words.keep}
    </Button>
  );
}
