import { DataTable, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import { type Edition, type Report, reportFormats, reportLanguages } from '../contract.ts';
import { reportMessages } from './report-words.ts';

type Language = (typeof reportLanguages)[number];
type File = Edition['files'][number];

/** The ten files of an edition: a row for each language, a column for each form. */
export function EditionFiles({ report, edition }: { report: Report; edition: Edition }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const { number } = useFormat();
  const find = (language: Language, format: File['format']) =>
    edition.files.find((file) => file.language === language && file.format === format);
  return (
    <DataTable
      caption={words.filesOf(edition.number)}
      captionHidden
      stacks
      rows={reportLanguages}
      rowKey={(language) => language}
      columns={[
        { key: 'language', header: words.language, cell: (language: Language) => words.languages[language] },
        ...reportFormats.map((format) => ({
          key: format,
          header: format.toUpperCase(),
          cell: (language: Language) => {
            const file = find(language, format);
            if (!file) return '–';
            const of = words.fileOf(words.languages[language], read(report.title), edition.number);
            const size = number(Math.max(1, Math.round(file.bytes / 1000)), 0);
            return (
              <span>
                <a href={file.path} {...(format === 'html' ? {} : { download: '' })}>
                  {format === 'html' ? words.read : format.toUpperCase()}
                  <span className="vh"> {of}</span>
                </a>{' '}
                <span className="small muted nowrap">{words.kilobytes(size)}</span>
              </span>
            );
          },
        })),
      ]}
    />
  );
}
