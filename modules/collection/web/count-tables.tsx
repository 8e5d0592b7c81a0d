import { languageName } from '@common-measure/instrument';
import { DataTable, useMessages, useText } from '@common-measure/platform/web-kit';
import type { Fieldwork } from '../contract.ts';
import { courseMessages } from './fieldwork-course-words.ts';
import { fieldworkMessages } from './fieldwork-words.ts';

const asTitle = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The same answers counted by way of answering, by language and by office. */
export function CountTables({ counts, format }: { counts: Fieldwork; format: (count: number) => string }) {
  const words = useMessages(fieldworkMessages);
  const course = useMessages(courseMessages);
  const read = useText();
  const modes: Readonly<Record<string, string>> = words.modes;
  const tables = [
    { caption: words.byMode, header: words.mode, rows: counts.byMode, name: (key: string) => modes[key] ?? key },
    {
      caption: words.byLanguage,
      header: words.language,
      rows: counts.byLanguage,
      name: (key: string) => asTitle(read(languageName(key))),
    },
  ];
  const offices = counts.byOffice?.counts.filter(({ count }) => count > 0) ?? [];
  const listed = [
    ...tables,
    ...(offices.length > 0
      ? [
          {
            caption: course.byOffice,
            header: course.office,
            rows: offices,
            name: (key: string) => {
              const office = offices.find((one) => one.key === key);
              return office ? read(office.label) : key;
            },
          },
        ]
      : []),
  ];
  const drawn = listed.map(({ caption, header, rows, name }) => (
    <DataTable
      key={caption}
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'key', header, cell: (row) => name(row.key) },
        { key: 'count', header: words.count, numeric: true, cell: (row) => format(row.count) },
      ]}
    />
  ));
  return <div className="pair">{drawn}</div>;
}
