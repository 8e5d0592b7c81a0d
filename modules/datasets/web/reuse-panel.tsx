import type { CodebookDifference } from '@common-measure/dataset';
import {
  api,
  Disclosure,
  Message,
  ProblemMessage,
  Tag,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { datasetsApi, type ImportDetail } from '../contract.ts';
import { addressOf, importKey, useDatasets } from './dataset-queries.ts';
import { importMessages } from './import-words.ts';
import { ReuseForm, type ReuseSource } from './reuse-form.tsx';
import type { Choices } from './use-choices.ts';

/** Filling the choices in from an earlier wave, and what differs from it. */
export function ReusePanel({
  detail,
  choices,
  onFilled,
}: {
  detail: ImportDetail;
  choices: Choices;
  onFilled: () => void;
}) {
  const words = useMessages(importMessages).reuse;
  const queries = useQueryClient();
  const done = useDone();
  const fill = useMutation({
    mutationFn: async ({ body }: ReuseSource) => {
      await choices.settle();
      return api.post<ImportDetail>(addressOf(datasetsApi.importReuse, detail.id), {
        revision: choices.revision(),
        ...body,
      });
    },
    onSuccess: (reply, { name }) => {
      queries.setQueryData(importKey(detail.id), reply);
      done({ text: words.filled(name) });
      onFilled();
    },
  });
  return (
    <>
      <DifferenceList detail={detail} />
      <Disclosure summary={words.title}>
        <div className="stack">
          <p className="small">
            {words.text} {words.replaces}
          </p>
          {fill.isError ? <ProblemMessage error={fill.error} /> : null}
          <ReuseForm detail={detail} busy={fill.isPending} onFill={(source) => fill.mutate(source)} />
        </div>
      </Disclosure>
    </>
  );
}

function DifferenceList({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importMessages).reuse;
  const read = useText();
  const datasets = useDatasets().data;
  const { differences, codebook } = detail;
  const isFilled = detail.basedOn !== null || differences.length > 0;
  if (!isFilled || !codebook) return null;
  const from = datasets?.find((one) => one.id === detail.basedOn);
  const name = from ? (from.wave?.label ?? read(from.title)) : words.aFile;
  const fresh = differences.filter((one) => one.code === 'column-new').length;
  const of = codebook.variables.length;
  const hindering = differences.filter((one) => one.hindersComparison);
  const others = differences.filter((one) => !one.hindersComparison);
  return (
    <Message kind="good" title={words.fits(name, of - fresh, of)}>
      <div className="stack-2">
        <p>{differences.length === 0 ? words.none : words.filledBelow}</p>
        {differences.length > 0 ? (
          <Disclosure summary={words.differs(differences.length)}>
            <div className="stack">
              <Differences title={words.hindersTitle} differences={hindering} tag={words.hinders} />
              <Differences title={words.others} differences={others} tag={null} />
            </div>
          </Disclosure>
        ) : null}
      </div>
    </Message>
  );
}

function Differences({
  title,
  differences,
  tag,
}: {
  title: string;
  differences: readonly CodebookDifference[];
  tag: string | null;
}) {
  const read = useText();
  if (differences.length === 0) return null;
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="stack-2 small">
        {differences.map((one) => (
          <li key={`${one.code} ${one.column} ${one.from} ${one.to}`}>
            {read(one.text)} {tag ? <Tag kind="caution">{tag}</Tag> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
