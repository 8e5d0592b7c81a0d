import {
  Card,
  type HomeContribution,
  Link,
  type NextStep,
  Tag,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { dataMessages } from './data-words.ts';
import { useDatasets, useImports } from './dataset-queries.ts';
import { homeMessages } from './home-words.ts';
import { useMayBring } from './may-bring.ts';

/** Datasets on the home page: the latest ones, and the files that wait for choices. */
export function useHome(): HomeContribution | null {
  const words = useMessages(homeMessages);
  const data = useMessages(dataMessages);
  const read = useText();
  const { number } = useFormat();
  const mayBring = useMayBring();
  const datasets = useDatasets().data;
  const imports = useImports(mayBring).data;
  if (datasets === undefined || (mayBring && imports === undefined)) return null;
  const waiting = (imports ?? []).filter((one) => one.state === 'ready');
  const nextSteps: NextStep[] = waiting.map((one) => ({
    key: one.id,
    title: words.settle,
    text: words.settleText(one.fileName),
    action: data.goOn,
    to: `/datasets/imports/${one.id}`,
  }));
  const card = (
    <Card title={words.latest}>
      <ul className="waves">
        {datasets.slice(0, 5).map((one) => (
          <li key={one.id}>
            <Link to={`/datasets/${one.id}`}>{read(one.title)}</Link>
            <span className="tags">{one.synthetic ? <Tag>{data.synthetic}</Tag> : null}</span>
            <small>{words.cases(number(one.rows))}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
  return {
    hasContent: datasets.length > 0 || (imports ?? []).length > 0,
    cards: datasets.length > 0 ? [{ key: 'datasets', span: 6, content: card }] : [],
    nextSteps: nextSteps.slice(0, 3),
  };
}
