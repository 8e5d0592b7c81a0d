import { choicesOf, type Instrument, questionsOf } from '@common-measure/instrument';
import {
  api,
  Button,
  Card,
  CheckField,
  CopyButton,
  DataTable,
  DownloadLink,
  Loaded,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PreparedLinkView, waysInApi } from '../../ways-in/contract.ts';
import { useRefreshed, useWay, wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** Links and codes that answer a question beforehand, each with its poster. */
export function PreparedCard({ surveyId, instrument }: { surveyId: string; instrument: Instrument }) {
  const words = useMessages(waysMessages).prepared;
  const links = useWay<readonly PreparedLinkView[]>(waysInApi.prepared, surveyId);
  return (
    <Card span={12} title={words.title} stack>
      <p>{words.more}</p>
      <Loaded query={links}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <LinkTable surveyId={surveyId} links={all} instrument={instrument} />
          )
        }
      </Loaded>
      <NewLink surveyId={surveyId} instrument={instrument} />
    </Card>
  );
}

function LinkTable({
  surveyId,
  links,
  instrument,
}: {
  surveyId: string;
  links: readonly PreparedLinkView[];
  instrument: Instrument;
}) {
  const words = useMessages(waysMessages).prepared;
  const read = useText();
  const done = useDone();
  const refresh = useRefreshed(waysInApi.prepared, surveyId);
  const remove = useMutation({
    mutationFn: (code: string) => api.delete<void>(wayAddress(waysInApi.preparedOne, surveyId, { code })),
    onSuccess: async () => {
      done({ text: words.removed });
      await refresh();
    },
  });
  const questions = new Map(questionsOf(instrument).map((question) => [question.code, question]));
  const said = (entries: PreparedLinkView['shown'], how: string): readonly string[] =>
    Object.entries(entries).map(([code, values]) => {
      const question = questions.get(code);
      const labels = values.map((value) => {
        const option = question && choicesOf(question).find((one) => one.code === value);
        return option ? read(option.label) : value;
      });
      return `${labels.join(', ')} (${how})`;
    });
  return (
    <>
      {remove.isError ? <ProblemMessage error={remove.error} /> : null}
      <DataTable
        caption={words.title}
        captionHidden
        stacks
        rows={links}
        rowKey={(link) => link.code}
        columns={[
          { key: 'name', header: words.name, cell: (link) => read(link.label) },
          {
            key: 'says',
            header: words.says,
            cell: (link) => [...said(link.hidden, words.hidden), ...said(link.shown, words.shown)].join('; '),
          },
          {
            key: 'ways',
            header: words.hand,
            cell: (link) => (
              <div className="actions">
                <CopyButton text={link.address} kind="plain" />
                <DownloadLink
                  kind="plain"
                  href={wayAddress(waysInApi.preparedCode, surveyId, { code: link.code })}
                  fileName={`${link.code}.svg`}
                >
                  {words.code}
                </DownloadLink>
                <a href={wayAddress(waysInApi.poster, surveyId, { code: link.code })} target="_blank" rel="noreferrer">
                  {words.poster}
                </a>
                <Button
                  kind="plain"
                  label={`${words.remove} ${read(link.label)}`}
                  onClick={() => remove.mutate(link.code)}
                >
                  {words.remove}
                </Button>
              </div>
            ),
          },
        ]}
      />
    </>
  );
}

function NewLink({ surveyId, instrument }: { surveyId: string; instrument: Instrument }) {
  const words = useMessages(waysMessages).prepared;
  const read = useText();
  const done = useDone();
  const refresh = useRefreshed(waysInApi.prepared, surveyId);
  const questions = questionsOf(instrument).filter((question) => choicesOf(question).length > 0);
  const first = questions.find(({ role }) => role === 'region' || role === 'channel') ?? questions[0];
  const [label, setLabel] = useState({ en: '', fr: '' });
  const [code, setCode] = useState(first?.code ?? '');
  const [answer, setAnswer] = useState('');
  const [isShown, setShown] = useState(false);
  const options = questions.find((question) => question.code === code);
  const add = useMutation({
    mutationFn: () => {
      const entries = { [code]: [answer] };
      return api.post<PreparedLinkView>(wayAddress(waysInApi.prepared, surveyId), {
        label,
        shown: isShown ? entries : {},
        hidden: isShown ? {} : entries,
      });
    },
    onSuccess: async () => {
      setLabel({ en: '', fr: '' });
      done({ text: words.added });
      await refresh();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      {add.isError ? <ProblemMessage error={add.error} /> : null}
      <div className="pair">
        <TextField label={words.nameEn} lang="en" value={label.en} onChange={(en) => setLabel({ ...label, en })} />
        <TextField label={words.nameFr} lang="fr" value={label.fr} onChange={(fr) => setLabel({ ...label, fr })} />
        <SelectField
          label={words.question}
          value={code}
          options={questions.map((question) => ({ value: question.code, label: read(question.wording) }))}
          onChange={(chosen) => {
            setCode(chosen);
            setAnswer('');
          }}
        />
        <SelectField
          label={words.answer}
          value={answer}
          options={[
            { value: '', label: words.choose },
            ...(options ? choicesOf(options) : []).map((option) => ({ value: option.code, label: read(option.label) })),
          ]}
          onChange={setAnswer}
        />
      </div>
      <CheckField label={words.isShown} hint={words.isShownHint} checked={isShown} onChange={setShown} />
      <div className="actions">
        <Button type="submit" kind="second" busy={add.isPending && words.adding}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}
