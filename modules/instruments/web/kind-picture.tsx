import type { OwnKind, OwnSet } from '@common-measure/instrument';
import type { ReactNode } from 'react';

/** A small picture of how a kind of question looks to people; the words stand beside it. */
export function KindPicture({ kind }: { kind: OwnKind | OwnSet }) {
  return (
    <svg viewBox="0 0 72 48" aria-hidden="true">
      {pictures[kind]}
    </svg>
  );
}

const circle = (x: number, y: number, full = false, r = 4) => (
  <circle key={`${x} ${y}`} cx={x} cy={y} r={r} className={full ? 'full' : 'line'} />
);
const row = (y: number, at: number, xs: readonly number[]) => xs.map((x, place) => circle(x, y, place === at));
const line = (path: string) => <path key={path} d={path} className="line" />;
const box = (x: number, y: number, w: number, h: number) => (
  <rect key={`box ${x} ${y}`} x={x} y={y} width={w} height={h} rx={2} className="line" />
);
const sign = (text: string, x: number, y: number, size = 13) => (
  <text key={`${text} ${x} ${y}`} x={x} y={y} fontSize={size} fontWeight={700} textAnchor="middle" className="full">
    {text}
  </text>
);
const five = [12, 24, 36, 48, 60];
const tick = (x: number, y: number) => line(`m${x} ${y} 3 3 6-7`);

const pictures: Readonly<Record<OwnKind | OwnSet, ReactNode>> = {
  rating: [row(24, 3, five)],
  likelihood: [
    line('M8 30h56'),
    ...[8, 19, 30, 41, 52, 64].map((x) => line(`M${x} 27v6`)),
    circle(52, 30, true),
    sign('0', 8, 20, 10),
    sign('10', 62, 20, 10),
  ],
  thumbs: [
    line('M16 34V22h4l5-9c3 0 4 2 3 5l-1 4h8l-2 12zM16 22h-4v12h4'),
    line('M56 14v12h-4l-5 9c-3 0-4-2-3-5l1-4h-8l2-12zM56 26h4V14h-4'),
  ],
  matrix: [12, 24, 36].flatMap((y, at) => [line(`M6 ${y}h18`), ...row(y, at, [34, 44, 54, 64])]),
  pair: [row(14, 3, five), line('M36 21v6m-3-3 3 3 3-3'), row(36, 1, five)],
  'number-pair': [
    box(6, 14, 22, 20),
    sign('10', 17, 29),
    line('M33 24h6m-3-3 3 3-3 3'),
    box(44, 14, 22, 20),
    sign('25', 55, 29),
  ],
  single: [12, 24, 36].flatMap((y, at) => [circle(14, y, at === 1), line(`M24 ${y}h36`)]),
  multiple: [8, 20, 32].flatMap((y, at) => [
    box(10, y, 8, 8),
    line(`M26 ${y + 4}h34`),
    ...(at === 1 ? [] : [tick(10, y + 4)]),
  ]),
  top: [8, 20, 32]
    .flatMap((y, at) => [box(10, y, 8, 8), line(`M26 ${y + 4}h20`), ...(at < 2 ? [tick(10, y + 4)] : [])])
    .concat([sign('≤3', 58, 29, 12)]),
  ranking: [12, 24, 36].flatMap((y, at) => [sign(String(at + 1), 14, y + 4, 12), line(`M24 ${y}h${36 - at * 8}`)]),
  number: [box(10, 14, 30, 20), sign('12', 25, 29), sign('min', 54, 29, 11)],
  date: [box(18, 12, 36, 28), line('M18 20h36M27 8v7M45 8v7'), circle(43, 31, true, 3)],
  'short-text': [box(8, 16, 56, 16), line('M14 20v8')],
  text: [box(8, 8, 56, 32), line('M14 16h40M14 24h44M14 32h20')],
  consent: [box(10, 18, 12, 12), tick(12, 24), line('M30 24h32')],
  information: [line('M10 14h52M10 24h52M10 34h30')],
};
