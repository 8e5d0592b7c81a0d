import { type Instrument, type Lead, questionsOf, withoutPipes } from '@common-measure/instrument';
import { useMessages, useText } from '@common-measure/platform/web-kit';
import { pathMessages } from './path-words.ts';

const width = 340;
const step = 44;
const stopWidth = 250;

/** A picture of the leads: questions in a column, a line from each to those that may follow; jumps bow out to the right. */
export function PathMap({
  instrument,
  leads,
  unreachable,
  codes,
}: {
  instrument: Instrument;
  leads: readonly Lead[];
  unreachable: readonly string[];
  /** The way that the preview follows. */
  codes: readonly string[];
}) {
  const words = useMessages(pathMessages);
  const read = useText();
  const questions = questionsOf(instrument);
  const places = new Map(questions.map((question, index) => [question.code, index]));
  const placeOf = (code: string | null, edge: number) => (code === null ? edge : (places.get(code) ?? edge));
  const followed = new Set([null, ...codes].map((from, index) => `${from} ${codes[index] ?? null}`));
  const height = (questions.length + 2) * step;
  const y = (place: number) => (place + 1.5) * step;
  const stop = (place: number, label: string, kind: string) => (
    <g key={place}>
      <rect className={`stop ${kind}`} x={10} y={y(place) - 15} width={stopWidth} height={30} rx={8} />
      <text x={22} y={y(place) + 5}>
        {label.length > 34 ? `${label.slice(0, 33)}…` : label}
      </text>
    </g>
  );
  return (
    <svg className="route-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.map(questions.length)}>
      {leads.map((lead) => {
        const from = placeOf(lead.from, -1);
        const to = placeOf(lead.to, questions.length);
        const kind = codes.length > 0 && followed.has(`${lead.from} ${lead.to}`) ? 'way here' : 'way';
        const bow = Math.min(width - 12, stopWidth + 24 + (to - from) * 12);
        const d =
          to - from === 1
            ? `M40 ${y(from) + 15}V${y(to) - 15}`
            : `M${stopWidth + 10} ${y(from)}C${bow} ${y(from)} ${bow} ${y(to)} ${stopWidth + 10} ${y(to)}`;
        return <path key={`${lead.from} ${lead.to}`} className={kind} d={d} />;
      })}
      {stop(-1, words.begin, '')}
      {questions.map((question, place) =>
        stop(
          place,
          `${place + 1}. ${read(withoutPipes(question.wording))}`,
          unreachable.includes(question.code) ? 'lost' : codes.includes(question.code) ? 'here' : '',
        ),
      )}
      {stop(questions.length, words.end, '')}
    </svg>
  );
}
