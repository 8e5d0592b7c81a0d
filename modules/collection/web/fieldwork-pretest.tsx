import {
  api,
  Button,
  Card,
  CopyButton,
  Loaded,
  ProblemMessage,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldworkApi, type Pretest, type PretestState } from '../fieldwork/fieldwork-contract.ts';
import { pretestQuery } from './fieldwork-pretest-query.ts';
import { PretestReport } from './fieldwork-pretest-report.tsx';
import { pretestMessages } from './fieldwork-pretest-words.ts';

/** Whoever comes by the link of the builder sees the card first, wherever it stands. */
function comeHere(place: HTMLElement | null): void {
  if (place && location.hash === '#pretest') place.closest('section')?.scrollIntoView();
}

/** Begins a pretest, shows what it brought, and deletes it. */
export function PretestCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(pretestMessages);
  const done = useDone();
  const queries = useQueryClient();
  const { queryKey: key, queryFn } = pretestQuery(surveyId);
  const address = fieldworkApi.pretest.replace(':id', surveyId);
  const query = useQuery({ queryKey: key, queryFn, refetchInterval: 30_000 });
  const begin = useMutation({
    mutationFn: () => api.post<PretestState>(address),
    onSuccess: (state) => {
      queries.setQueryData(key, state);
      done({ text: words.begun });
    },
  });
  const remove = useMutation({
    mutationFn: () => api.delete<void>(address),
    onSuccess: () => {
      queries.setQueryData(key, { pretest: null });
      done({ text: words.removed });
    },
  });
  return (
    <Card span={12} title={words.title} stack>
      <p className="small muted" id="pretest" ref={comeHere}>
        {words.lead}
      </p>
      {begin.isError ? <ProblemMessage error={begin.error} /> : null}
      {remove.isError ? <ProblemMessage error={remove.error} /> : null}
      <Loaded query={query} lines={2}>
        {({ pretest }) =>
          pretest === null ? (
            <div className="actions">
              <Button kind="second" busy={begin.isPending && words.beginning} onClick={() => begin.mutate()}>
                {words.begin}
              </Button>
            </div>
          ) : (
            <UnderWay pretest={pretest} remove={() => remove.mutate()} />
          )
        }
      </Loaded>
    </Card>
  );
}

function UnderWay({ pretest, remove }: { pretest: Pretest; remove: () => void }) {
  const words = useMessages(pretestMessages);
  const { date } = useFormat();
  const [isSure, setSure] = useState(false);
  return (
    <>
      <h3>{words.link}</h3>
      <p className="breakable">
        <a href={pretest.link} target="_blank" rel="noreferrer">
          {pretest.link}
        </a>
      </p>
      <div className="actions">
        <CopyButton text={pretest.link} />
      </div>
      <p className="small muted">{words.since(date(pretest.begunOn))}</p>
      {pretest.languages.map((report) => (
        <PretestReport key={report.language} report={report} labels={pretest.labels} />
      ))}
      {isSure ? (
        <div role="alert" className="stack">
          <p>{words.sure}</p>
          <div className="actions">
            <Button kind="second" onClick={remove}>
              {words.removeSure}
            </Button>
            <Button kind="plain" onClick={() => setSure(false)}>
              {words.keep}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button kind="plain" onClick={() => setSure(true)}>
            {words.remove}
          </Button>
        </div>
      )}
    </>
  );
}
