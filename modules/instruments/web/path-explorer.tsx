import { type Instrument, questionsOf, type RouteThrough, reachable, routesThrough } from '@common-measure/instrument';
import {
  Button,
  Card,
  Disclosure,
  Link,
  Message,
  useFormat,
  useLanguage,
  useMessages,
  usePath,
  useText,
} from '@common-measure/platform/web-kit';
import { useDeferredValue, useMemo } from 'react';
import { PathExits, usePathWords } from './path-exits.tsx';
import { PathMap } from './path-map.tsx';
import { pathMessages } from './path-words.ts';
import { searchFor } from './selection.ts';

const mostWays = 24;

/** Which answers lead where: how many ways there are, the shortest and the longest, who is asked each question, and what nobody reaches. */
export function PathExplorer({
  instrument,
  route,
  onRoute,
}: {
  instrument: Instrument;
  /** The way that the preview follows. */
  route: RouteThrough | null;
  onRoute: (route: RouteThrough) => void;
}) {
  const words = useMessages(pathMessages);
  const language = useLanguage();
  const format = useFormat();
  const shown = useDeferredValue(instrument);
  const ways = useMemo(() => routesThrough(shown, language, mostWays), [shown, language]);
  const reach = useMemo(() => reachable(shown), [shown]);
  const time = (way: RouteThrough | null) => (way ? words.aboutMinutes(way.minutes, way.codes.length) : words.none);
  return (
    <>
      <Card title={words.paths} stack>
        <p className="muted">{words.intro}</p>
        <dl className="ways">
          <div>
            <dt>{words.different}</dt>
            <dd>{ways.count === null ? words.tooMany : format.number(ways.count, 0)}</dd>
          </div>
          <div>
            <dt>{words.shortest}</dt>
            <dd>{time(ways.shortest)}</dd>
          </div>
          <div>
            <dt>{words.longest}</dt>
            <dd>{time(ways.longest)}</dd>
          </div>
        </dl>
        {reach.complete ? (
          <Unreached instrument={shown} codes={reach.unreachable} />
        ) : (
          <Message>{words.incomplete}</Message>
        )}
      </Card>
      <WaysToTry instrument={shown} ways={ways.some} count={ways.count} route={route} onRoute={onRoute} />
      <Card title={words.exits} stack>
        <Disclosure summary={words.show}>
          <PathMap instrument={shown} leads={reach.leads} unreachable={reach.unreachable} codes={route?.codes ?? []} />
        </Disclosure>
        <PathExits instrument={shown} leads={reach.leads} unreachable={reach.unreachable} />
      </Card>
    </>
  );
}

function Unreached({ instrument, codes }: { instrument: Instrument; codes: readonly string[] }) {
  const words = useMessages(pathMessages);
  const path = usePath();
  const { name, reasons } = usePathWords(instrument);
  if (codes.length === 0) return <Message kind="good">{words.allUnreached}</Message>;
  return (
    <Message kind="caution" title={words.unreachable(codes.length)}>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <Link to={path} search={searchFor({ kind: 'question', code })}>
              {name(code)}
            </Link>
            <br />
            {reasons(code).length > 0 ? words.because(reasons(code).join('; ')) : words.noReason}
          </li>
        ))}
      </ul>
    </Message>
  );
}

function WaysToTry({
  instrument,
  ways,
  count,
  route,
  onRoute,
}: {
  instrument: Instrument;
  ways: readonly RouteThrough[];
  count: number | null;
  route: RouteThrough | null;
  onRoute: (route: RouteThrough) => void;
}) {
  const words = useMessages(pathMessages);
  const read = useText();
  const numbers = new Map(questionsOf(instrument).map((question, index) => [question.code, index + 1]));
  if (ways.length === 0) return null;
  return (
    <Card title={words.ways} stack>
      {count === null || count > ways.length ? <p className="small muted">{words.waysMore(ways.length)}</p> : null}
      <ol className="exits">
        {ways.map((way, index) => {
          const arm = instrument.arms?.find((one) => one.code === way.arm);
          const isShown = route?.codes.join() === way.codes.join();
          return (
            <li key={way.codes.join()}>
              <h3 className="small">
                {words.way(index + 1)}: {words.aboutMinutes(way.minutes, way.codes.length)}
                {arm ? `, ${words.byGroup(read(arm.label) || arm.code)}` : ''}
              </h3>
              <p>{words.questions(ranges(way.codes.map((code) => numbers.get(code) ?? 0)))}</p>
              {isShown ? (
                <p className="route-mark" role="status">
                  {words.shown}
                </p>
              ) : (
                <Button kind="plain" icon="eye" label={words.thisWay(index + 1)} onClick={() => onRoute(way)}>
                  {words.preview}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** "1–4, 7, 9–12". */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
