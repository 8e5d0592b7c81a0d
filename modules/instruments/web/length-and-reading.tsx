import { gradeInWords, type Instrument, minutesOf, readabilityOf, targetGrades } from '@common-measure/instrument';
import { type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { DataTable, Disclosure, useFormat, useLanguage, useMessages, useText } from '@common-measure/platform/web-kit';
import { useDeferredValue } from 'react';
import { qualityMessages } from './quality-words.ts';

/** How long the questionnaire takes by route, and in which grade it reads, in both languages. */
export function LengthAndReading({ instrument }: { instrument: Instrument }) {
  const words = useMessages(qualityMessages);
  const read = useText();
  const ui = useLanguage();
  const format = useFormat();
  const deferred = useDeferredValue(instrument);
  const minutes = (language: UiLanguage) => minutesOf(deferred, language);
  const readability = readabilityOf(deferred);
  const own = readability[ui];
  const rows = [...uiLanguages];
  return (
    <>
      <DataTable
        caption={words.length}
        rows={rows}
        rowKey={(language) => language}
        columns={[
          { key: 'language', header: words.language, cell: (language) => words.languages[language] },
          ...(['shortest', 'typical', 'longest'] as const).map((route) => ({
            key: route,
            header: words[route],
            numeric: true,
            cell: (language: UiLanguage) => words.minutes(minutes(language)[route]),
          })),
        ]}
      />
      <h3>{words.reading}</h3>
      <dl className="reading">
        {rows.map((language) => {
          const of = readability[language];
          return of ? (
            <div key={language}>
              <dt>{words.languages[language]}</dt>
              <dd>
                <strong>{read(gradeInWords(of.grade))}</strong>{' '}
                <span className="small muted">{of.range ? words.range(...shown(of.range, format)) : words.unsure}</span>
                <span className="small muted block">
                  {words.formulaNames[of.second.formula]} {format.number(of.second.value, 1)},{' '}
                  {words.wordCount(format.number(of.words))}
                </span>
              </dd>
            </div>
          ) : null;
        })}
      </dl>
      {own?.range ? (
        <p className="small">
          {own.isAboveTarget
            ? words.aboveTarget(read(gradeInWords(targetGrades[ui])))
            : words.gradeMeans(read(gradeInWords(own.grade)))}
        </p>
      ) : null}
      <Disclosure summary={words.how}>
        <p className="small">{words.lengthNote}</p>
        <p className="small">{words.formulas}</p>
      </Disclosure>
    </>
  );
}

function shown(range: readonly [number, number], format: ReturnType<typeof useFormat>): [string, string] {
  return [format.number(range[0], 1), format.number(range[1], 1)];
}
