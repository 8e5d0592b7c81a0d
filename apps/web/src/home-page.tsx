import { useSession } from '@common-measure/modules/accounts/web';
import {
  ButtonLink,
  Card,
  defineMessages,
  Grid,
  type HomeCard,
  type HomeContribution,
  Icon,
  Loaded,
  type NextStep,
  Page,
  Skeleton,
  useFormat,
  useMessages,
  useSlices,
  useText,
} from '@common-measure/platform/web-kit';

const messages = defineMessages({
  en: {
    greeting: (name: string) => `Hello, ${name}`,
    welcome: (name: string) => `Welcome, ${name}. What do you have?`,
    tab: 'Home',
    ways: 'Each way leads to the same place: results you can defend. You can change course at any time.',
    next: 'What to do next',
    nothingNext: 'Nothing waits for you. New work appears here.',
  },
  fr: {
    greeting: (name: string) => `Bonjour, ${name}`,
    welcome: (name: string) => `Bienvenue, ${name}. Qu’avez-vous en main?`,
    tab: 'Accueil',
    ways: 'Toutes les voies mènent au même endroit : des résultats que vous pouvez défendre. Vous pouvez changer de voie à tout moment.',
    next: 'Que faire ensuite',
    nothingNext: 'Rien ne vous attend. Le travail à venir paraît ici.',
  },
});

/** What the slices have to say, and what comes next; while there is nothing yet, the ways to begin. */
export function HomePage() {
  const contributions = useContributions();
  return (
    <Loaded query={useSession()}>
      {(session) => {
        const name = session.account?.name.split(/\s+/)[0] ?? '';
        if (contributions === null) return <Skeleton lines={5} />;
        return contributions.some((contribution) => contribution.hasContent) ? (
          <Busy name={name} contributions={contributions} />
        ) : (
          <Beginnings name={name} />
        );
      }}
    </Loaded>
  );
}

/** What every slice contributes, or null while one of them does not know yet. */
function useContributions(): readonly HomeContribution[] | null {
  // biome-ignore lint/correctness/useHookAtTopLevel: the list of slices is fixed when the console is built, so the hooks run in one order
  const found = useSlices().map((slice) => slice.useHome?.());
  const known = found.filter((contribution) => contribution !== undefined);
  return known.every((contribution) => contribution !== null) ? known : null;
}

/** The largest card beside what to do next; small ones below that, so that no card stands half empty. */
function Busy({ name, contributions }: { name: string; contributions: readonly HomeContribution[] }) {
  const words = useMessages(messages);
  const { date } = useFormat();
  const cards = contributions.flatMap((contribution) => contribution.cards).sort((a, b) => b.span - a.span);
  const isLarge = (card: HomeCard) => card.span > 6;
  const [main, ...below] = cards.filter(isLarge);
  const steps = contributions.flatMap((contribution) => contribution.nextSteps);
  return (
    <Page
      title={words.greeting(name)}
      documentTitle={words.tab}
      facts={<p className="facts">{date(new Date().toISOString())}</p>}
    >
      <Grid className="home">
        {main ? <div className="g7">{main.content}</div> : null}
        <div className={main ? 'g5' : 'g12'}>
          <div className="stack-6">
            <Card title={words.next}>
              {steps.length > 0 ? <NextSteps steps={steps} /> : <p className="muted">{words.nothingNext}</p>}
            </Card>
            {cards
              .filter((card) => !isLarge(card))
              .map((card) => (
                <div key={card.key}>{card.content}</div>
              ))}
          </div>
        </div>
        {below.map((card) => (
          <div key={card.key} className={`g${card.span}`}>
            {card.content}
          </div>
        ))}
      </Grid>
    </Page>
  );
}

function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  return (
    <ol className="todo">
      {steps.map((step, place) => (
        <li key={step.key}>
          <span className="n" aria-hidden="true">
            {place + 1}
          </span>
          <div>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </div>
          <ButtonLink kind="second" to={step.to}>
            {step.action}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}

function Beginnings({ name }: { name: string }) {
  const words = useMessages(messages);
  const read = useText();
  const beginnings = useSlices()
    .flatMap((slice) => slice.beginnings ?? [])
    .sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false));
  return (
    <Page title={words.welcome(name)} documentTitle={words.tab}>
      <p className="lede">{words.ways}</p>
      <div className="choices section">
        {beginnings.map((beginning, place) => (
          <section key={beginning.key} className="card choicecard" aria-labelledby={`begin-${beginning.key}`}>
            <Icon name={beginning.icon} />
            <h2 id={`begin-${beginning.key}`}>{read(beginning.title)}</h2>
            <p>{read(beginning.text)}</p>
            {beginning.button ? (
              <beginning.button kind={place === 0 ? 'primary' : 'second'}>{read(beginning.action)}</beginning.button>
            ) : (
              <ButtonLink kind={place === 0 ? 'primary' : 'second'} to={beginning.to}>
                {read(beginning.action)}
              </ButtonLink>
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}
