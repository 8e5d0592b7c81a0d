import {
  api,
  Button,
  Card,
  CheckField,
  CodeBlock,
  CopyButton,
  DataTable,
  Loaded,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type InterceptView, waysInApi } from '../../ways-in/contract.ts';
import { useRefreshed, useWay, wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** The invitation that other pages show: its rate, its moment, the line to embed, and what became of it. */
export function InterceptCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(waysMessages).intercept;
  const view = useWay<InterceptView>(waysInApi.intercept, surveyId);
  return (
    <Card span={12} title={words.title} stack>
      <p>{words.more}</p>
      <Loaded query={view}>
        {(loaded) => (
          <>
            <Settings surveyId={surveyId} view={loaded} />
            {loaded.counts.length > 0 ? <Counts counts={loaded.counts} /> : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

const usual = { every: 10, moment: 'exit', rememberDays: 30, isOn: false } as const;

function Settings({ surveyId, view }: { surveyId: string; view: InterceptView }) {
  const words = useMessages(waysMessages).intercept;
  const done = useDone();
  const refresh = useRefreshed(waysInApi.intercept, surveyId);
  const kept = view.intercept ?? usual;
  const [every, setEvery] = useState(String(kept.every));
  const [moment, setMoment] = useState<'load' | 'task' | 'exit'>(kept.moment);
  const [rememberDays, setRememberDays] = useState(String(kept.rememberDays));
  const [isOn, setOn] = useState(kept.isOn);
  const save = useMutation({
    mutationFn: () =>
      api.put(wayAddress(waysInApi.intercept, surveyId), {
        every: Number(every),
        moment,
        rememberDays: Number(rememberDays),
        isOn,
      }),
    onSuccess: async () => {
      done({ text: words.saved });
      await refresh();
    },
  });
  const moments = ['exit', 'task', 'load'] as const;
  const hint = moment === 'task' ? words.taskHint : moment === 'exit' ? words.exitHint : undefined;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.isError ? <ProblemMessage error={save.error} /> : null}
      <div className="pair">
        <TextField label={words.every} hint={words.everyHint} value={every} onChange={setEvery} inputMode="numeric" />
        <SelectField
          label={words.moment}
          hint={hint}
          value={moment}
          options={moments.map((value) => ({ value, label: words.moments[value] }))}
          onChange={setMoment}
        />
        <TextField label={words.remember} value={rememberDays} onChange={setRememberDays} inputMode="numeric" />
      </div>
      <CheckField label={words.isOn} checked={isOn} onChange={setOn} />
      <div className="actions">
        <Button type="submit" kind="second" busy={save.isPending && words.saving}>
          {words.save}
        </Button>
      </div>
      {view.snippet && view.intercept?.isOn ? (
        <>
          <h3>{words.snippet}</h3>
          <CodeBlock code={view.snippet} label={words.snippet} />
          <div className="actions">
            <CopyButton text={view.snippet} />
          </div>
          <p className="small muted">
            {words.policy(new URL(/src="([^"]*)"/.exec(view.snippet)?.[1] ?? '', location.href).origin)}
          </p>
        </>
      ) : null}
    </form>
  );
}

function Counts({ counts }: { counts: InterceptView['counts'] }) {
  const words = useMessages(waysMessages).intercept;
  const { number, percent } = useFormat();
  const drawn = counts.reduce((sum, row) => sum + row.drawn, 0);
  const remembered = counts.reduce((sum, row) => sum + row.remembered, 0);
  const columns = ['visits', 'drawn', 'remembered', 'invited', 'accepted', 'declined', 'answered'] as const;
  return (
    <>
      <DataTable
        caption={words.counts}
        rows={counts}
        rowKey={(row) => String(row.every)}
        columns={[
          { key: 'every', header: words.rate, cell: (row) => words.oneIn(number(row.every)) },
          ...columns.map((key) => ({
            key,
            header: words[key],
            numeric: true,
            cell: (row: InterceptView['counts'][number]) => number(row[key]),
          })),
        ]}
      />
      <p className="small muted">
        {words.visitsNot} {drawn > 0 ? words.coverage(percent(remembered / drawn)) : null}
      </p>
    </>
  );
}
