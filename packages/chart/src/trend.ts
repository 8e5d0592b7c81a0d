import { type Chart, draw, type Medium } from './chart.ts';
import type { PlottedEstimate } from './interval-marks.ts';
import { circle, line, type Mark, rect, shape, text } from './mark.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';

/** One wave of a trend. */
export interface TrendWave extends PlottedEstimate {
  /** Place in time, in any unit (year, day number); waves must rise. */
  readonly at: number;
  readonly label: string;
  /** Spoken: wave, value and interval ("2016: 76.3, 75.5 to 77.2"). */
  readonly words: string;
  /** False where the wave was made another way (unweighted, other scale): hollow, grey, in a band, never joined to the others. */
  readonly comparable: boolean;
}

/**
 * An estimate over waves, with vertical intervals. The line stops at every break in method; waves of another method stand hollow and grey
 * in a named band. Waves without an interval have hollow points without arms.
 */
export function trend(
  input: {
    readonly title: string;
    readonly waves: readonly TrendWave[];
    readonly stretch: Stretch;
    readonly ticks: readonly Tick[];
    readonly bandLabel: string;
    /** Printed at the right of the last wave: value and interval. */
    readonly lastLabels: readonly string[];
    readonly height?: number;
  },
  medium: Medium,
): Chart {
  const { waves } = input;
  const height = input.height ?? 260;
  const first = waves[0]?.at ?? 0;
  const last = waves[waves.length - 1]?.at ?? 0;
  const x = last > first ? percentScale({ low: first, high: last }) : () => 50;
  const up = percentScale(input.stretch);
  const y = (value: number): number => height - (up(value) / 100) * height;
  const end = waves[waves.length - 1];
  const marks: Mark[] = [
    ...bands(waves, x, height, input.bandLabel),
    ...input.ticks.flatMap((tick) => [
      line(0, y(tick.at), 100, y(tick.at), 'grid-line'),
      text(0, y(tick.at) + 5, tick.label, 'end', -14),
    ]),
    ...joins(waves, x, y),
    ...waves.flatMap((wave) => waveMarks(wave, x(wave.at), y, height)),
    ...(end
      ? input.lastLabels.map((label, i) => text(x(end.at), y(end.value) - 2 + 18 * i, label, i ? '' : 'strong', 16))
      : []),
  ];
  const name = `${input.title}. ${waves.map((wave) => wave.words).join('; ')}`;
  return draw(
    { height, margin: { left: 44, right: 108, top: 12, bottom: 30 }, frame: 'pad-axis', name, marks },
    medium,
  );
}

function joins(waves: readonly TrendWave[], x: (at: number) => number, y: (value: number) => number): readonly Mark[] {
  return waves.slice(1).flatMap((wave, i) => {
    const before = waves[i];
    if (!before || before.comparable !== wave.comparable) return [];
    const style = wave.comparable ? 'series' : 'series broken';
    return [line(x(before.at), y(before.value), x(wave.at), y(wave.value), style)];
  });
}

function waveMarks(wave: TrendWave, x: number, y: (value: number) => number, height: number): readonly Mark[] {
  const off = wave.comparable ? '' : ' off';
  const arms =
    wave.low === null || wave.high === null
      ? []
      : [
          line(x, y(wave.low), x, y(wave.high), `ci${off}`),
          ...[wave.low, wave.high].map((value) => shape(x, y(value), 'M-6 0H6', `cap${off}`)),
        ];
  const point = circle(x, y(wave.value), 6, wave.comparable && wave.low !== null ? 'pt' : 'hollow');
  return [...arms, point, text(x, height + 22, wave.label, 'mid')];
}

/** A named grey band behind each run of waves made another way. */
function bands(waves: readonly TrendWave[], x: (at: number) => number, height: number, label: string): readonly Mark[] {
  const marks: Mark[] = [];
  let from = -1;
  for (let i = 0; i <= waves.length; i += 1) {
    const wave = waves[i];
    if (wave && !wave.comparable) {
      if (from < 0) from = i;
      continue;
    }
    const a = waves[from];
    const b = waves[i - 1];
    if (from >= 0 && a && b) {
      const left = Math.max(0, x(a.at) - 7);
      const right = Math.min(100, x(b.at) + 7);
      marks.push(rect(left, 0, right - left, height, 'band'), bandText(left, right, label));
    }
    from = -1;
  }
  return marks;
}

/** In the middle of its band, or from the edge of the picture where the band touches it. */
function bandText(left: number, right: number, label: string): Mark {
  if (left <= 0 && right < 100) return text(0, 18, label, '', 10);
  if (right >= 100 && left > 0) return text(100, 18, label, 'end', -10);
  return text((left + right) / 2, 18, label, 'mid');
}
