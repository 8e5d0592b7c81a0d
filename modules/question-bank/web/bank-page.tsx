import { Card, Page, useMessages } from '@common-measure/platform/web-kit';
import { BankFinder } from './bank-finder.tsx';
import { bankMessages } from './bank-words.ts';

/** The bank to look around in, without a survey at hand. */
export function BankPage() {
  const words = useMessages(bankMessages);
  return (
    <Page title={words.title} facts={<p className="sub">{words.lede}</p>}>
      <Card>
        <BankFinder wide />
      </Card>
    </Page>
  );
}
