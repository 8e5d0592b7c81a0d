import { languageName } from '@common-measure/instrument';
import { DataTable, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { Pretest } from '../fieldwork/fieldwork-contract.ts';
import { pretestMessages } from './fieldwork-pretest-words.ts';

/** What testers of one language did and wrote. */
export function PretestReport({ report, labels }: { report: Pretest['languages'][number]; labels: Pretest['labels'] }) {
  const words = useMessages(pretestMessages);
  const read = useText();
  const { number } = useFormat();
  const name = read(languageName(report.language));
  const labelOf = (code: string): string => {
    const label = labels[code];
    return label ? read(label) : code;
  };
  return (
    <section className="stack">
      <h3>{words.language(name.charAt(0).toUpperCase() + name.slice(1), report.sent, report.begun)}</h3>
      {report.sent + report.begun === 0 ? null : (
        <DataTable
          caption={words.pagesTable(name)}
          rows={report.pages}
          rowKey={(row) => `${row.section}/${row.question ?? ''}`}
          columns={[
            { key: 'page', header: words.page, cell: (row) => labelOf(row.question ?? row.section) },
            {
              key: 'time',
              header: words.time,
              numeric: true,
              cell: (row) => (row.medianSeconds === null ? words.noTime : words.seconds(number(row.medianSeconds))),
            },
            { key: 'stopped', header: words.stopped, numeric: true, cell: (row) => number(row.stopped) },
          ]}
        />
      )}
      {report.leftEmpty.length === 0 ? null : (
        <DataTable
          caption={words.emptyTable(name)}
          rows={report.leftEmpty}
          rowKey={(row) => row.question}
          columns={[
            { key: 'question', header: words.question, cell: (row) => labelOf(row.question) },
            {
              key: 'empty',
              header: words.empty,
              numeric: true,
              cell: (row) => words.of(number(row.empty), number(row.asked)),
            },
          ]}
        />
      )}
      {report.comments.length === 0 ? null : (
        <>
          <h4>{words.comments}</h4>
          <ul className="stack" lang={report.language}>
            {report.comments.map(({ section, text }) => (
              <li key={`${section}/${text}`}>
                <strong>{labelOf(section)}</strong> <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
