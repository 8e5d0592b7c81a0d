import { Loaded, Message, Page, useMessages } from '@common-measure/platform/web-kit';
import { useStewardship } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { LicenceRegister } from './licence-register.tsx';
import { RestrictionsCard } from './restrictions-card.tsx';
import { StewardsCard } from './stewards-card.tsx';
import { stewardshipMessages } from './stewardship-words.ts';

/** Who looks after the bank, which packs need a licence, and who holds one. */
export function StewardshipPage() {
  const words = useMessages(stewardshipMessages);
  const bank = useMessages(bankMessages);
  return (
    <Page
      title={words.stewardship}
      crumbs={[{ label: bank.title, to: '/bank' }]}
      facts={<p className="sub">{words.stewardshipLede}</p>}
    >
      <Loaded query={useStewardship()}>
        {(facts) => {
          const ending = facts.licences.filter((licence) => licence.state === 'ending').length;
          return (
            <div className="stack-6">
              {facts.isSteward && ending > 0 ? <Message kind="caution" title={words.renewals(ending)} /> : null}
              <StewardsCard facts={facts} />
              <RestrictionsCard facts={facts} />
              <LicenceRegister facts={facts} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
