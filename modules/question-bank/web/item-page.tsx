import { useSession } from '@common-measure/modules/accounts/web';
import {
  Actions,
  ButtonLink,
  Card,
  Facts,
  Grid,
  Link,
  Loaded,
  Message,
  Page,
  Tag,
  useFormat,
  useMessages,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import type { ItemPage as ItemFacts } from '../contract.ts';
import { AnswerTable } from './answer-table.tsx';
import { useItem } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { BothWordings } from './both-wordings.tsx';
import { ItemFactsCard, ItemMatches } from './item-facts.tsx';
import { itemMessages } from './item-words.ts';
import { LicenceMessage } from './licence-message.tsx';
import { ProposalList } from './proposal-list.tsx';
import { SelectButton } from './select-button.tsx';
import { VersionCompare } from './version-compare.tsx';

/** Everything there is to say of one item of the bank. */
export function ItemPage() {
  return <Loaded query={useItem(useParam('code'))}>{(facts) => <Item facts={facts} />}</Loaded>;
}

function Item({ facts }: { facts: ItemFacts }) {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const read = useText();
  const mayPropose = useSession().data?.role !== 'viewer';
  const { item, construct, retired } = facts;
  return (
    <Page
      title={construct ? read(construct.name) : item.code}
      documentTitle={read(item.wording)}
      crumbs={[{ label: bank.title, to: '/bank' }]}
      facts={
        <Facts>
          {[
            ...(item.core
              ? [
                  <Tag key="core" kind="core">
                    {bank.core}
                  </Tag>,
                ]
              : []),
            bank.version(item.version),
            words.code(item.code),
          ]}
        </Facts>
      }
      actions={<SelectButton code={item.code} wording={item.wording} />}
    >
      <div className="stack-6">
        {retired ? (
          <Message kind="caution" title={words.retiredTitle}>
            <p>
              {words.retiredMore}{' '}
              {retired.successor ? (
                <Link to={`/bank/${retired.successor}`}>{words.successor(retired.successor)}</Link>
              ) : null}
            </p>
          </Message>
        ) : null}
        <LicenceMessage licence={facts.licence} />
        <BothWordings text={item.wording} />
        <Grid>
          <Card title={words.answersTitle} span={7}>
            <AnswerTable question={facts.question} />
          </Card>
          <Card title={words.why} span={5} stack>
            {construct ? <p>{read(construct.definition)}</p> : null}
            <p>{construct?.evidence ? read(construct.evidence) : words.noEvidence}</p>
            {construct && construct.sources.length > 0 ? (
              <>
                <h3>{words.sources}</h3>
                <ul>
                  {construct.sources.map((source) => (
                    <li key={source} className="long">
                      {source}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </Card>
          <ItemFactsCard item={item} />
          <ItemMatches item={item} />
          <Card title={words.usedIn} span={7} stack>
            <Use facts={facts} />
          </Card>
          <Card title={words.inPacks} span={5} stack>
            {facts.packs.length === 0 ? <p>{words.noPacks}</p> : null}
            <ul>
              {facts.packs.map((pack) => (
                <li key={pack.id}>
                  <Link to={`/bank/packs/${pack.id}`}>{read(pack.title)}</Link>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={words.history} span={12} stack>
            <History facts={facts} />
          </Card>
        </Grid>
        {facts.versions.length > 1 ? <VersionCompare key={item.version} versions={facts.versions} /> : null}
        {facts.openProposals.length > 0 ? (
          <Card title={words.openProposals} stack>
            <ProposalList proposals={facts.openProposals} />
          </Card>
        ) : null}
        {mayPropose && !retired ? (
          <Actions>
            <ButtonLink kind="second" icon="edit" to={`/bank/${item.code}/change`}>
              {words.propose}
            </ButtonLink>
            <ButtonLink kind="plain" to={`/bank/${item.code}/retire`}>
              {words.retire}
            </ButtonLink>
          </Actions>
        ) : null}
      </div>
    </Page>
  );
}

function Use({ facts: { use } }: { facts: ItemFacts }) {
  const words = useMessages(itemMessages);
  const format = useFormat();
  const read = useText();
  return (
    <>
      {use.own.length === 0 ? <p>{words.notUsed}</p> : null}
      <ul>
        {use.own.map((one) => (
          <li key={`${one.instrumentId} ${one.version}`}>
            {read(one.title)}{' '}
            <span className="muted">
              ({one.fieldedAt ? words.fielded(format.date(one.fieldedAt), one.version) : words.drafted(one.version)})
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">{words.others(use.others.organizations, use.others.surveys)}</p>
    </>
  );
}

function History({ facts: { versions } }: { facts: ItemFacts }) {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const format = useFormat();
  return (
    <ol className="plain-list">
      {versions.map(({ item, approved }) => (
        <li key={item.version}>
          <strong>{bank.version(item.version)}</strong>{' '}
          {approved
            ? words.approvedOn(format.date(approved.at), approved.approvedBy, approved.proposedBy)
            : words.fromFiles}
          {approved ? <span className="muted"> – {approved.reason}</span> : null}
        </li>
      ))}
    </ol>
  );
}
