import { textWidth } from './text-width.ts';

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface LabelPlace {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const places: readonly LabelPlace[] = [
  { dx: 11, dy: -8, anchor: 'start' },
  { dx: 11, dy: 18, anchor: 'start' },
  { dx: -11, dy: -8, anchor: 'end' },
  { dx: -11, dy: 18, anchor: 'end' },
  { dx: 0, dy: -26, anchor: 'middle' },
  { dx: 0, dy: 36, anchor: 'middle' },
  { dx: 11, dy: -26, anchor: 'start' },
  { dx: -11, dy: 36, anchor: 'end' },
];

/** For each point the place of its label that covers least of the labels, points and `taken` places already there; deterministic, in the order given. */
export function placeLabels(
  points: readonly LabelledPoint[],
  frame: { readonly width: number; readonly height: number; readonly size: number; readonly taken: readonly Box[] },
): readonly LabelPlace[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  taken.push(...frame.taken);
  return points.map((point, index) => {
    let best = places[0] as LabelPlace;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [order, place] of places.entries()) {
      const box = boxOf(point, place, frame.size);
      const own = taken[index];
      const covered = taken.reduce((sum, other) => sum + (other === own ? 0 : overlap(box, other)), 0);
      const cost = covered + 40 * outside(box, frame) + order;
      if (cost < bestCost) {
        best = place;
        bestCost = cost;
      }
    }
    taken.push(boxOf(point, best, frame.size));
    return best;
  });
}

function boxOf(point: LabelledPoint, place: LabelPlace, size: number): Box {
  const width = textWidth(point.label, size, true);
  const from = place.anchor === 'start' ? 0 : place.anchor === 'end' ? -width : -width / 2;
  const left = point.x + place.dx + from;
  const base = point.y + place.dy;
  return { left, right: left + width, top: base - size * 0.85, bottom: base + size * 0.25 };
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && along > 0 ? across * along : 0;
}

function outside(box: Box, frame: { readonly width: number; readonly height: number }): number {
  return (
    Math.max(0, -box.left) +
    Math.max(0, box.right - frame.width) +
    Math.max(0, -box.top) +
    Math.max(0, box.bottom - frame.height)
  );
}
