import {
  Button,
  ButtonLink,
  Card,
  Tag,
  type TagKind,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import type { ImportState, ImportSummary } from '../contract.ts';
import { dataMessages } from './data-words.ts';
import { useRemoval } from './import-acts.ts';

const tags: Readonly<Record<ImportState, TagKind>> = {
  reading: 'info',
  ready: 'caution',
  refused: 'bad',
  saved: 'good',
};

/** Files that were brought and are no dataset yet, each with the way on. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  return (
    <Card>
      <ul className="rows">
        {imports.map((one) => (
          <ImportLine key={one.id} summary={one} />
        ))}
      </ul>
    </Card>
  );
}

function ImportLine({ summary }: { summary: ImportSummary }) {
  const words = useMessages(dataMessages);
  const read = useText();
  const { dateTime } = useFormat();
  const remove = useRemoval();
  const { id, fileName, state, problems, datasetId } = summary;
  const isRevision = state === 'ready' && datasetId !== null;
  const [first] = problems;
  const acts = {
    reading: [words.watch, words.watchOf(fileName)],
    ready: [words.goOn, words.goOnWith(fileName)],
    refused: [words.seeWhy, words.seeWhyOf(fileName)],
    saved: [words.goOn, words.goOnWith(fileName)],
  } as const;
  const [act, label] = acts[state];
  return (
    <li>
      <div>
        <h3 className="breakable">{fileName}</h3>
        <p className="small muted">
          <Tag kind={tags[state]}>{isRevision ? words.reopened : words.states[state]}</Tag>{' '}
          {words.brought(dateTime(summary.createdAt))}
        </p>
        {isRevision ? <p className="small">{words.reopenedText}</p> : null}
        {first ? <p className="small">{read(first.title)}</p> : null}
      </div>
      <div className="actions">
        <ButtonLink kind="second" to={`/datasets/imports/${id}`} aria-label={label}>
          {act}
        </ButtonLink>
        <Button
          kind="plain"
          label={isRevision ? words.layAsideOf(fileName) : words.removeOne(fileName)}
          onClick={() => void remove('import', id, fileName, isRevision)}
        >
          {isRevision ? words.layAside : words.remove}
        </Button>
      </div>
    </li>
  );
}
