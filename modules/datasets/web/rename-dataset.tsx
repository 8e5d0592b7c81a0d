import {
  api,
  Button,
  Disclosure,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type DatasetChange, type DatasetDetail, datasetsApi } from '../contract.ts';
import { addressOf, datasetsKey, forgetLists } from './dataset-queries.ts';
import { datasetMessages } from './dataset-words.ts';
import { designMessages } from './design-words.ts';

/** Another title for a dataset, in both languages; can be undone. */
export function RenameDataset({ dataset }: { dataset: DatasetDetail }) {
  const words = useMessages(datasetMessages);
  const { enterTitle } = useMessages(designMessages);
  const queries = useQueryClient();
  const done = useDone();
  const [title, setTitle] = useState<DatasetChange['title']>({ en: dataset.title.en, fr: dataset.title.fr });
  const [isChecked, setChecked] = useState(false);
  const send = async (next: DatasetChange['title']) => {
    const reply = await api.patch<DatasetDetail>(addressOf(datasetsApi.dataset, dataset.id), { title: next });
    queries.setQueryData([...datasetsKey, dataset.id], reply);
    setTitle(next);
    await forgetLists(queries);
  };
  const rename = useMutation({ mutationFn: send });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (title.en.trim() === '' || title.fr.trim() === '') return;
    const before = { en: dataset.title.en, fr: dataset.title.fr };
    rename.mutate(title, { onSuccess: () => done({ text: words.renamed, undo: () => send(before) }) });
  };
  const errorOf = (text: string) => (isChecked && text.trim() === '' ? enterTitle : undefined);
  return (
    <Disclosure summary={words.rename}>
      <form className="stack" onSubmit={submit} noValidate>
        {rename.isError ? <ProblemMessage error={rename.error} /> : null}
        <TextField
          label={words.nameEn}
          lang="en"
          value={title.en}
          error={errorOf(title.en)}
          onChange={(en) => setTitle({ ...title, en })}
        />
        <TextField
          label={words.nameFr}
          lang="fr"
          value={title.fr}
          error={errorOf(title.fr)}
          onChange={(fr) => setTitle({ ...title, fr })}
        />
        <Button type="submit" kind="second" busy={rename.isPending && words.keeping}>
          {words.keep}
        </Button>
      </form>
    </Disclosure>
  );
}
