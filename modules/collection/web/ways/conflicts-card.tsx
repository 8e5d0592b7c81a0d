import { Card, DataTable, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { type Conflicts, waysInApi } from '../../ways-in/contract.ts';
import { useWay } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** What was sent under the id of another response: how many, and, for who may read answers, where they differ. */
export function ConflictsCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(waysMessages).conflicts;
  const { number } = useFormat();
  const { data } = useWay<Conflicts>(waysInApi.conflicts, surveyId);
  if (!data || data.count === 0) return null;
  const differing = (data.responses ?? []).flatMap(({ responseId, answers, first, sentOn }, at) =>
    Object.entries(answers)
      .filter(([code, answer]) => JSON.stringify(answer) !== JSON.stringify(first?.[code]))
      .map(([code, answer]) => ({ key: `${responseId} ${at} ${code}`, code, sentOn, answer, first: first?.[code] })),
  );
  return (
    <Card span={12} title={words.title(number(data.count))} stack>
      <p>{words.more}</p>
      {data.responses === null ? (
        <p className="muted">{words.notAllowed}</p>
      ) : (
        <DataTable
          caption={words.title(number(data.count))}
          captionHidden
          rows={differing}
          rowKey={(row) => row.key}
          columns={[
            { key: 'day', header: words.day, cell: (row) => row.sentOn },
            { key: 'question', header: words.question, cell: (row) => row.code },
            { key: 'first', header: words.first, cell: (row) => asText(row.first) },
            { key: 'other', header: words.other, cell: (row) => asText(row.answer) },
          ]}
        />
      )}
    </Card>
  );
}

/** The values of an answer, without their wrapping. */
function asText(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return '–';
  return Object.entries(answer)
    .filter(([name]) => name !== 'kind')
    .map(([, value]) => (Array.isArray(value) ? value.join(', ') : String(value)))
    .join(' ');
}
