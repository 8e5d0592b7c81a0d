import type { Codebook, Variable } from '@common-measure/dataset';
import { DataTable, Tag, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ColumnRole } from './column-acts.ts';
import { rolesOf } from './column-entries.ts';
import { columnMessages } from './column-words.ts';
import { datasetMessages } from './dataset-words.ts';

/** Every variable of a codebook: kind, answers, what is missing and why, whether it is used. */
export function VariableTable({ codebook }: { codebook: Codebook }) {
  const words = useMessages(datasetMessages);
  const columns = useMessages(columnMessages);
  const read = useText();
  const { number } = useFormat();
  const serving = rolesOf(codebook);
  const answers = ({ scale, values, unit, kind }: Variable) => {
    if (scale) return words.points(number(scale.min), number(scale.max));
    if (kind === 'category') return words.list(values.length);
    return unit ?? '–';
  };
  const missing = (variable: Variable) =>
    variable.missing
      .map(({ code, kind }) => `${code === '' ? columns.empty : code}\u00a0= ${columns.short[kind]}`)
      .join(', ') || '–';
  return (
    <DataTable
      caption={words.all}
      captionHidden
      stacks
      rows={codebook.variables}
      rowKey={(variable) => variable.column}
      columns={[
        {
          key: 'name',
          header: words.variable,
          cell: (variable) => (
            <>
              <code className="breakable">{variable.column}</code>
              {read(variable.label) !== variable.column ? <> {read(variable.label)}</> : null}
            </>
          ),
        },
        { key: 'kind', header: words.kind, cell: (variable) => columns.kinds[variable.kind] },
        { key: 'answers', header: words.answers, cell: answers },
        {
          key: 'missing',
          header: words.missing,
          cell: (variable) => <span className="small">{missing(variable)}</span>,
        },
        {
          key: 'state',
          header: words.state,
          cell: (variable) => <VariableState variable={variable} role={serving.get(variable.name) ?? null} />,
        },
      ]}
    />
  );
}

function VariableState({ variable, role }: { variable: Variable; role: ColumnRole | null }) {
  const words = useMessages(datasetMessages);
  const { roles } = useMessages(columnMessages);
  if (role === 'weight' || role === 'stratum' || role === 'cluster' || role === 'fpc')
    return <Tag kind="core">{roles[role].replace(/\.$/, '')}</Tag>;
  if (!variable.decided)
    return (
      <Tag kind="caution" icon="caution">
        {words.waits}
      </Tag>
    );
  if (variable.access === 'closed')
    return (
      <Tag kind="info" icon="lock">
        {words.closed}
      </Tag>
    );
  return <span className="small">{words.used}</span>;
}
