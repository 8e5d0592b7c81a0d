import {
  Actions,
  ButtonLink,
  Card,
  Link,
  Loaded,
  Page,
  Section,
  Tag,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { BankFinder } from './bank-finder.tsx';
import { useBank } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { SelectButton } from './select-button.tsx';
import { useSelection } from './selection.ts';

/** The bank to look around in, without a survey at hand: its questions, its packs, and the ways to govern it. */
export function BankPage() {
  const words = useMessages(bankMessages);
  const { codes } = useSelection();
  return (
    <Page
      title={words.title}
      facts={<p className="sub">{words.lede}</p>}
      actions={
        <ButtonLink kind="second" to="/bank/selection">
          {words.selection(codes.length)}
        </ButtonLink>
      }
    >
      <div className="stack-6">
        <Card>
          <BankFinder wide actions={(item) => <SelectButton code={item.code} wording={item.question.wording} />} />
        </Card>
        <Packs />
        <Actions>
          <ButtonLink kind="second" to="/bank/new">
            {words.proposeNew}
          </ButtonLink>
          <ButtonLink kind="plain" to="/bank/proposals">
            {words.proposals}
          </ButtonLink>
          <ButtonLink kind="plain" to="/bank/stewardship">
            {words.stewardship}
          </ButtonLink>
        </Actions>
      </div>
    </Page>
  );
}

function Packs() {
  const words = useMessages(bankMessages);
  const read = useText();
  return (
    <Section title={words.packs} sub={words.packsLede}>
      <Card>
        <Loaded query={useBank()}>
          {({ packs }) => (
            <ul className="pack-list">
              {packs.map((pack) => (
                <li key={pack.id}>
                  <h3>
                    <Link to={`/bank/packs/${pack.id}`}>{read(pack.title)}</Link>
                  </h3>
                  <p>{read(pack.description)}</p>
                  <p className="tags">
                    <Tag>{words.packOf(pack.questions)}</Tag>
                    {pack.restricted ? (
                      <Tag kind="caution" icon="lock">
                        {words.restricted}
                      </Tag>
                    ) : null}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
    </Section>
  );
}
