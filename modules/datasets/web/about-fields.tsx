import type { LocalizedText } from '@common-measure/kernel';
import { CheckField, TextField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { designMessages } from './design-words.ts';
import type { PartProps } from './part-props.ts';

/** Title and population in both languages, the wave and its first day. */
export function AboutFields({ codebook, onChange }: PartProps) {
  const words = useMessages(designMessages);
  const { title } = codebook;
  const population = codebook.population ?? { en: '', fr: '' };
  const setTitle = (next: LocalizedText) => onChange((before) => ({ ...before, title: next }));
  const setPopulation = (next: LocalizedText) =>
    onChange((before) => ({ ...before, population: next.en === '' && next.fr === '' ? null : next }));
  return (
    <>
      <div className="pair">
        <TextField
          label={words.titleEn}
          lang="en"
          value={title.en}
          error={title.en.trim() === '' ? words.enterTitle : undefined}
          onChange={(en) => setTitle({ ...title, en })}
        />
        <TextField
          label={words.titleFr}
          lang="fr"
          value={title.fr}
          error={title.fr.trim() === '' ? words.enterTitle : undefined}
          onChange={(fr) => setTitle({ ...title, fr })}
        />
        <TextField
          label={words.populationEn}
          hint={words.populationHint}
          lang="en"
          value={population.en}
          onChange={(en) => setPopulation({ ...population, en })}
        />
        <TextField
          label={words.populationFr}
          hint={words.populationHint}
          lang="fr"
          value={population.fr}
          onChange={(fr) => setPopulation({ ...population, fr })}
        />
      </div>
      <WaveFields codebook={codebook} onChange={onChange} />
      <CheckField
        label={words.synthetic}
        hint={words.syntheticHint}
        checked={codebook.synthetic}
        onChange={(synthetic) => onChange((before) => ({ ...before, synthetic }))}
      />
    </>
  );
}

/** The wave counts once it has both a name and a first day; until then neither is saved, and both stay as they were typed. */
function WaveFields({ codebook, onChange }: Pick<PartProps, 'codebook' | 'onChange'>) {
  const words = useMessages(designMessages);
  const [wave, setWave] = useState(codebook.wave ?? { label: '', start: '' });
  const set = (next: typeof wave) => {
    setWave(next);
    const isWhole = next.label.trim() !== '' && next.start !== '';
    onChange((before) => ({ ...before, wave: isWhole ? { label: next.label.trim(), start: next.start } : null }));
  };
  return (
    <div className="pair">
      <TextField
        label={words.wave}
        hint={words.waveHint}
        value={wave.label}
        error={wave.start !== '' && wave.label.trim() === '' ? words.enterWave : undefined}
        onChange={(label) => set({ ...wave, label })}
      />
      <TextField
        type="date"
        label={words.start}
        hint={words.startHint}
        value={wave.start}
        error={wave.label.trim() !== '' && wave.start === '' ? words.enterStart : undefined}
        onChange={(start) => set({ ...wave, start })}
      />
    </div>
  );
}
