import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Facts,
  Link,
  Loaded,
  otherLanguage,
  Page,
  Tag,
  useLanguage,
  useMessages,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import type { PackPage as PackFacts } from '../contract.ts';
import { usePack } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { itemMessages } from './item-words.ts';
import { LicenceMessage } from './licence-message.tsx';
import { useSelection } from './selection.ts';

/** A pack: what it is for, its questions in order, its scores, and a survey from it. */
export function PackPage() {
  return <Loaded query={usePack(useParam('pack'))}>{(facts) => <Pack facts={facts} />}</Loaded>;
}

function Pack({ facts }: { facts: PackFacts }) {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const read = useText();
  const { codes: selected, keep } = useSelection();
  const { pack, sections } = facts;
  const codes = sections.flatMap((section) => section.questions.map((one) => one.itemCode));
  return (
    <Page
      title={read(pack.title)}
      crumbs={[{ label: bank.title, to: '/bank' }]}
      facts={<Facts>{[bank.packOf(facts.questions), bank.version(pack.version)]}</Facts>}
      actions={
        <ButtonLink icon="plus" to="/surveys/new" search={{ pack: pack.id }}>
          {words.start}
        </ButtonLink>
      }
    >
      <div className="stack-6">
        <LicenceMessage licence={facts.licence} />
        <p className="sub">{read(pack.description)}</p>
        <Actions>
          <Button kind="second" icon="plus" onClick={() => keep(codes)}>
            {words.selectAll}
          </Button>
          <ButtonLink kind="plain" to="/bank/selection">
            {bank.selection(selected.length)}
          </ButtonLink>
        </Actions>
        {sections.map((section) => (
          <Card key={section.code} title={read(section.title)} stack>
            <ol className="pack-questions">
              {section.questions.map((one) => (
                <PackQuestion key={one.question.code} one={one} />
              ))}
            </ol>
          </Card>
        ))}
        <Card title={words.scores} stack>
          {facts.scores.length === 0 ? <p>{words.noScores}</p> : null}
          {facts.scores.map((score) => (
            <div key={score.id} className="stack-2">
              <h3>{read(score.name)}</h3>
              <p>{read(score.note)}</p>
              <p className="small muted">
                {words.scoreOf} {score.items.join(', ')}
              </p>
            </div>
          ))}
        </Card>
      </div>
    </Page>
  );
}

function PackQuestion({ one }: { one: PackFacts['sections'][number]['questions'][number] }) {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const language = useLanguage();
  const other = otherLanguage(language);
  const { question } = one;
  return (
    <li>
      <p>
        <Link to={`/bank/${one.itemCode}`}>{question.wording[language]}</Link>
      </p>
      <p className="fr" lang={other}>
        {question.wording[other]}
      </p>
      {one.retired ? <Tag kind="caution">{bank.retired}</Tag> : null}
      {question.showIf ? <p className="small muted">{words.onlyIf}</p> : null}
    </li>
  );
}
