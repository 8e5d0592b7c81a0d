import { Message, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { LicenceState } from '../contract.ts';
import { itemMessages } from './item-words.ts';

/** Whether the reader's organization may field and download what the page shows; nothing where no licence is needed. */
export function LicenceMessage({ licence }: { licence: LicenceState }) {
  const words = useMessages(itemMessages);
  const format = useFormat();
  const read = useText();
  switch (licence.state) {
    case 'free':
      return null;
    case 'licensed':
      return <Message title={words.licensedUntil(format.date(licence.until))}>{licence.terms}</Message>;
    case 'needed':
      return (
        <Message kind="caution" title={words.licenceNeeded}>
          {`${words.licenceNeededMore} ${read(licence.terms)}`}
        </Message>
      );
  }
}
