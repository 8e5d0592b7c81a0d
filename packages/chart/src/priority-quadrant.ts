import { type Chart, draw, type Medium } from './chart.ts';
import { type Box, placeLabels } from './label-placement.ts';
import { circle, line, type Mark, rect, text } from './mark.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';
import { textWidth } from './text-width.ts';

/** One item: its share of explained variation (percent) and its score, each with its interval or null. */
export interface PriorityItem {
  /** Letter that stands for the item on narrow screens, explained in a key below. */
  readonly letter: string;
  readonly label: string;
  readonly words: string;
  readonly share: number;
  readonly shareInterval: readonly [number, number] | null;
  readonly score: number;
  readonly scoreInterval: readonly [number, number] | null;
}

/**
 * Share against score. Arms are intervals both ways; the dashed lines stand where `lines` says, which the note must name.
 * The lower right quadrant (goes along strongly, scores low) is the shaded one. Points below the score line are warm.
 * `corners`: names of the quadrants, top left, top right, bottom left, bottom right.
 */
export function priorityQuadrant(
  input: {
    readonly title: string;
    readonly items: readonly PriorityItem[];
    readonly lines: { readonly share: number; readonly score: number };
    readonly shares: Stretch;
    readonly scores: Stretch;
    readonly shareTicks: readonly Tick[];
    readonly scoreTicks: readonly Tick[];
    readonly corners: readonly [string, string, string, string];
    readonly shareTitle: string;
    readonly scoreTitle: string;
    readonly height?: number;
  },
  medium: Medium,
): Chart {
  const height = input.height ?? 440;
  const x = percentScale(input.shares);
  const up = percentScale(input.scores);
  const top = 26;
  const y = (value: number): number => top + height - (up(value) / 100) * height;
  const bottom = top + height;
  const crossX = x(input.lines.share);
  const crossY = y(input.lines.score);
  const margin = { left: 48, right: 20, top: 4, bottom: 4 };
  const width = medium.kind === 'fixed' ? medium.width - margin.left - margin.right : 860;
  const size = medium.kind === 'fixed' ? 13 : 15;
  const labels = placeLabels(
    input.items.map((item) => ({
      x: (x(item.share) / 100) * width,
      y: y(item.score) - top,
      label: `${item.letter} ${item.label}`,
    })),
    { width, height, size, taken: cornerBoxes(input.corners, width, height, size) },
  );
  const marks: Mark[] = [
    rect(crossX, crossY, 100 - crossX, bottom - crossY, 'quad'),
    ...input.scoreTicks.flatMap((tick) => [
      line(0, y(tick.at), 100, y(tick.at), 'grid-line'),
      text(0, y(tick.at) + 5, tick.label, 'end', -8),
    ]),
    ...input.shareTicks.flatMap((tick) => [
      line(x(tick.at), top, x(tick.at), bottom, 'grid-line'),
      text(x(tick.at), bottom + 20, tick.label, 'mid'),
    ]),
    line(crossX, top, crossX, bottom, 'ref'),
    line(0, crossY, 100, crossY, 'ref'),
    text(0, top + 20, input.corners[0], 'quadname', 10),
    text(100, top + 20, input.corners[1], 'quadname end', -10),
    text(0, bottom - 12, input.corners[2], 'quadname', 10),
    text(100, bottom - 12, input.corners[3], 'quadname end', -10),
    text(50, bottom + 42, input.shareTitle, 'mid'),
    text(0, 14, input.scoreTitle, '', -36),
    ...input.items.flatMap((item) => arms(item, x, y)),
    ...input.items.map((item) => circle(x(item.share), y(item.score), 6, pointStyle(item, input.lines.score))),

    ...input.items.map((item, i) => {
      const place = labels[i] ?? { dx: 10, dy: 5, anchor: 'start' as const };
      const style =
        place.anchor === 'start' ? 'strong halo' : place.anchor === 'end' ? 'strong halo end' : 'strong halo mid';
      return text(x(item.share), y(item.score) + place.dy, item.letter, style, place.dx, ` ${item.label}`);
    }),
  ];
  const name = `${input.title}. ${input.items.map((item) => item.words).join('; ')}`;
  return draw({ height: bottom + 48, margin, frame: 'pad-quad', name, marks }, medium);
}

function arms(item: PriorityItem, x: (value: number) => number, y: (value: number) => number): readonly Mark[] {
  const across = item.shareInterval;
  const along = item.scoreInterval;
  return [
    ...(across ? [line(x(across[0]), y(item.score), x(across[1]), y(item.score), 'ci soft')] : []),
    ...(along ? [line(x(item.share), y(along[0]), x(item.share), y(along[1]), 'ci soft')] : []),
  ];
}

/** Hollow where no interval may be shown; warm below the score line. */
function pointStyle(item: PriorityItem, line: number): string {
  if (item.shareInterval === null && item.scoreInterval === null) return 'hollow';
  return item.score < line ? 'pt low' : 'pt';
}

/** Where the names of the quadrants stand. */
function cornerBoxes(corners: readonly string[], width: number, height: number, size: number): readonly Box[] {
  return corners.map((corner, i) => {
    const long = textWidth(corner, size) + 14;
    const left = i % 2 === 0 ? 0 : width - long;
    const top = i < 2 ? 4 : height - 28;
    return { left, right: left + long, top, bottom: top + 24 };
  });
}
