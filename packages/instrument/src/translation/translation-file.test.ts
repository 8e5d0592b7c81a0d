import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from '../arbitrary-instrument.fixture.ts';
import type { Instrument } from '../instrument.ts';
import { anInstrument } from '../testing.fixture.ts';
import { addLanguage, translatableTexts, writeTexts } from './translatable-text.ts';
import { previewTranslation, translationFormats, writeTranslation } from './translation-file.ts';
import { readXml } from './xml-reader.ts';

const arabic = addLanguage(anInstrument(), 'ar');
const ways = { source: 'en', target: 'ar' } as const;

function taken(instrument: Instrument, content: string): Instrument {
  const { language, changes } = previewTranslation(instrument, content);
  return writeTexts(instrument, language, new Map(changes.map(({ text, after }) => [text.id, after])));
}

describe.each(translationFormats)('a file of the form %s', (format) => {
  test('brings every translation back, whatever the texts hold', () => {
    // XML has no room for control characters, and reads every line end as one.
    const said = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => tidy(text.toWellFormed()));
    fc.assert(
      fc.property(anyInstrument, said, (any, word) => {
        const empty = addLanguage(JSON.parse(tidyJson(any)), 'ar');
        const full = writeTexts(
          empty,
          'ar',
          new Map(translatableTexts(empty, 'ar').map(({ id, text }) => [id, `«${word}» ${text.en}\n“<b>”, ; &amp;`])),
        );
        const file = writeTranslation(full, ways, format);
        expect(previewTranslation(full, file)).toMatchObject({ changes: [], refusals: [], empty: 0 });
        expect(previewTranslation(empty, file).refusals).toEqual([]);
        expect(taken(empty, file)).toEqual(full);
      }),
      { numRuns: 40 },
    );
  });

  test('changes nothing where it came back untranslated', () => {
    const preview = previewTranslation(arabic, writeTranslation(arabic, ways, format));
    expect(preview).toMatchObject({ language: 'ar', changes: [], refusals: [] });
    expect(preview.empty).toBe(translatableTexts(arabic, 'ar').length);
  });

  test('names the line of a text that is gone, that changed meanwhile, or that lost a place', () => {
    const piped = writeTexts(arabic, 'en', new Map([['closing', 'Thank you, {{overall|dear reader}}.']]));
    const all = new Map(translatableTexts(piped, 'ar').map(({ id }) => [id, `${id} {{overall|x}} {count}`]));
    const file = writeTranslation(writeTexts(piped, 'ar', all), ways, format);
    const later = writeTexts(
      { ...piped, sections: piped.sections.slice(0, 2) },
      'en',
      new Map([['section:service:title', 'Another title']]),
    );
    const { refusals, changes } = previewTranslation(later, file.replace('closing {{overall|x}}', 'closing'));
    const words = refusals.map(({ message }) => message.en);
    expect(words.find((text) => text.includes('section:more:title'))).toMatch(/^Line \d+: .* is not a text/);
    expect(words.find((text) => text.includes('section:service:title'))).toMatch(/has changed since/);
    expect(words.find((text) => text.includes('“closing”'))).toMatch(/^Line \d+: {{overall}} is lost/);
    const lines = file.split('\n');
    for (const { line, id } of refusals) expect(lines[(line ?? 0) - 1]).toContain(id);
    expect(changes.some(({ text }) => text.id === 'section:problem:title')).toBe(true);
  });

  test('is refused where it is in a language that the questionnaire does not have', () => {
    const file = writeTranslation(addLanguage(arabic, 'es'), { source: 'fr', target: 'es' }, format);
    expect(previewTranslation(arabic, file).refusals[0]?.message.en).toContain('“es”');
  });
});

test('a table of a spreadsheet that separates by semicolons is read too; one with a line cut short names it', () => {
  const file = '\ufeffid;place;text;en;ar\r\ntitle;x;y;About your visit;"عن ""زيارتك""; اليوم"\r\n';
  expect(previewTranslation(arabic, file).changes).toMatchObject([{ after: 'عن "زيارتك"; اليوم', line: 2 }]);
  expect(previewTranslation(arabic, `${file}closing;x`).refusals).toMatchObject([{ line: 3 }]);
  expect(previewTranslation(arabic, 'id,place,text,en,ar\n"open').refusals[0]?.message.en).toContain('quotation mark');
});

test('XLIFF that other tools wrote is read: prefixes, CDATA, segments, inline codes and notes', () => {
  const file = `<?xml version="1.0"?><!-- made elsewhere -->
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="AR"><x:file id="f"><x:group id="g">
<x:unit id="title"><x:segment><x:source>About <x:ph id="1"/>your</x:source><x:target><![CDATA[عن]]></x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment><x:source>visit</x:source><x:target>زيارتك</x:target></x:segment></x:unit>
</x:group></x:file></x:xliff>`;
  expect(previewTranslation(arabic, file).changes).toMatchObject([{ after: 'عن زيارتك', line: 3 }]);
});

test('XML that could do harm, is cut off or is none is refused with its line', () => {
  const fault = (text: string) => readXml(text);
  expect(fault('<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>')).toMatchObject({ fault: 'doctype', line: 1 });
  expect(fault('<a>\n&b;</a>')).toMatchObject({ fault: 'entity', line: 1 });
  expect(fault('<a>\n<b></a>')).toMatchObject({ fault: 'malformed' });
  expect(fault('<a>\n<b>')).toMatchObject({ fault: 'unclosed', line: 2 });
  expect(fault('<a>'.repeat(100))).toMatchObject({ fault: 'malformed' });
  expect(fault('<a/><b/>')).toMatchObject({ fault: 'malformed' });
  fc.assert(fc.property(fc.string(), (text) => void readXml(`<a${text}`)));
  const file = writeTranslation(arabic, ways, 'xliff');
  expect(previewTranslation(arabic, file.slice(0, 900)).refusals[0]?.message.en).toMatch(/^Line \d+: .* never closed/);
  expect(previewTranslation(arabic, file.replace('2.1', '1.2')).refusals[0]?.message.en).toContain(
    'not XLIFF 2.0 or 2.1',
  );
});

function tidyJson(instrument: Instrument): string {
  return JSON.stringify(instrument, (_key, value: unknown) => (typeof value === 'string' ? tidy(value) : value));
}

function tidy(text: string): string {
  return [...text].map((sign) => (sign < ' ' || sign === '\ufffe' || sign === '\uffff' ? ' ' : sign)).join('');
}
