import { type Instrument, questionsOf, slotsOf, type UsedSlot } from '@common-measure/instrument';
import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import { Card, useMessages } from '@common-measure/platform/web-kit';
import { slotMessages } from './slot-words.ts';
import { TextPair } from './text-pair.tsx';

/** Every slot that the questions hold: its meaning, its words in each language, and a sentence as people will read it. */
export function SlotsCard({
  instrument,
  onChange,
}: {
  instrument: Instrument;
  onChange: (part: Partial<Instrument>) => void;
}) {
  const words = useMessages(slotMessages);
  const slots = slotsOf(instrument);
  if (slots.length === 0) return null;
  const fill = (name: string, text: LocalizedText) => onChange({ slots: { ...instrument.slots, [name]: text } });
  return (
    <Card title={words.title} stack>
      <p>{words.lede}</p>
      <p className="small muted">{words.howTo}</p>
      {slots.map((slot) => (
        <SlotFields key={slot.name} instrument={instrument} slot={slot} onFill={(text) => fill(slot.name, text)} />
      ))}
      <p className="small muted">{words.oneOnly}</p>
    </Card>
  );
}

function SlotFields({
  instrument,
  slot,
  onFill,
}: {
  instrument: Instrument;
  slot: UsedSlot;
  onFill: (text: LocalizedText) => void;
}) {
  const words = useMessages(slotMessages);
  const meanings: Readonly<Record<string, string>> = words.meanings;
  const meaning = meanings[slot.name] ?? words.meanings.other;
  const asked = questionsOf(instrument).find((question) => question.code === slot.questions[0]);
  const example = asked && [asked.wording, asked.hint].find((text) => text?.en.includes(`{${slot.name}}`));
  return (
    <div className="slot stack">
      <h3>
        {meaning} <span className="tag">{`{${slot.name}}`}</span>{' '}
        <span className="small muted">{words.usedIn(slot.questions.length)}</span>
      </h3>
      <TextPair id={`slot-${slot.name}`} label={meaning} rows={1} value={slot.words} onChange={onFill} />
      {example ? (
        <div className="pair">
          {(['en', 'fr'] as const).map((language) => (
            <div key={language}>
              <p className="small muted">
                {words.example} ({language === 'en' ? words.inEnglish : words.inFrench})
              </p>
              <Example text={example} language={language} instrument={instrument} />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** A wording with the words of its slots marked, or the open place named where there are none yet. */
export function Example({
  text,
  language,
  instrument,
}: {
  text: LocalizedText;
  language: UiLanguage;
  instrument: Pick<Instrument, 'slots'>;
}) {
  const pieces = text[language].split(/(?<!\{)(\{\w+\})(?!\})/g);
  return (
    <p className="slot-example" lang={language}>
      {pieces.map((piece, place) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name === undefined) return piece;
        const filled = instrument.slots?.[name]?.[language].trim() ?? '';
        const shown = place === 1 && pieces[0] === '' ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity but their place
          <mark key={place} className={filled === '' ? 'open' : undefined}>
            {filled === '' ? piece : shown}
          </mark>
        );
      })}
    </p>
  );
}
