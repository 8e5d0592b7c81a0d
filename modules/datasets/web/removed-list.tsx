import {
  api,
  Button,
  Card,
  Disclosure,
  ProblemMessage,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { datasetsApi, type RemovedThing, undoDays } from '../contract.ts';
import { dataMessages } from './data-words.ts';
import { addressOf, forgetLists, useRemoved } from './dataset-queries.ts';

/** What was removed, until when it can be brought back, and the act that does. */
export function RemovedList() {
  const words = useMessages(dataMessages);
  const things = useRemoved().data ?? [];
  if (things.length === 0) return null;
  return (
    <section className="section">
      <Disclosure summary={words.removedOnes(things.length)}>
        <Card>
          <p className="small">{words.removedText(undoDays)}</p>
          <ul className="rows">
            {things.map((thing) => (
              <RemovedLine key={thing.id} thing={thing} />
            ))}
          </ul>
        </Card>
      </Disclosure>
    </section>
  );
}

function RemovedLine({ thing }: { thing: RemovedThing }) {
  const words = useMessages(dataMessages);
  const name = useText()(thing.name);
  const { number, date } = useFormat();
  const queries = useQueryClient();
  const done = useDone();
  const back = useMutation({
    mutationFn: () => {
      const pattern = thing.what === 'dataset' ? datasetsApi.restore : datasetsApi.importRestore;
      return api.post<unknown>(addressOf(pattern, thing.id));
    },
    onSuccess: async () => {
      await forgetLists(queries);
      done({ text: words.broughtBack(name) });
    },
  });
  return (
    <li>
      <div>
        <h3 className="breakable">{name}</h3>
        <p className="small muted">
          {[
            words.kindsOf[thing.what],
            ...(thing.rows === null ? [] : [words.casesOf(number(thing.rows))]),
            words.removedOn(date(thing.removedAt)),
            words.goneAfter(date(thing.purgedAfter)),
          ].join(', ')}
        </p>
        {back.isError ? <ProblemMessage error={back.error} /> : null}
      </div>
      <Button
        kind="second"
        icon="undo"
        label={words.bringBackOne(name)}
        busy={back.isPending && words.bringingBack}
        onClick={() => back.mutate()}
      >
        {words.bringBack}
      </Button>
    </li>
  );
}
