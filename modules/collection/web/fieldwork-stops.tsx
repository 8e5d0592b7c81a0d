import { ChartFigure, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { Course } from '../fieldwork/fieldwork-contract.ts';
import { courseMessages } from './fieldwork-course-words.ts';
import { qualityMessages } from './fieldwork-quality-words.ts';

type CoursePage = Course['pages'][number];

/** Where people stopped, page by page, and how long pages take: the table is the chart. */
export function StopsFigure({ course }: { course: Course }) {
  const words = useMessages(courseMessages);
  const more = useMessages(qualityMessages);
  const { number } = useFormat();
  const finding = useFinding(course);
  const count = (kind: Course['dispositions'][number]['kind']): number =>
    course.dispositions.find((one) => one.kind === kind)?.count ?? 0;
  const left = count('break-off');
  const ended = count('complete') + count('withdrawn') + left;
  const isTimed = course.pages.some(({ medianSeconds }) => medianSeconds !== null);
  return (
    <ChartFigure
      finding={finding}
      base={more.base(number(ended), number(left))}
      picture={<StopRows course={course} ended={ended} isTimed={isTimed} />}
      note={
        <>
          {course.step > 1 ? words.steps(number(course.step)) : words.exact}{' '}
          {isTimed ? words.how : more.timesLater(number(course.threshold))}
        </>
      }
    />
  );
}

function useFinding({ pages, step, dispositions }: Course): string {
  const words = useMessages(qualityMessages);
  const read = useText();
  const { number } = useFormat();
  const [most, next] = pages.toSorted((a, b) => b.stopped - a.stopped);
  const left = dispositions.find(({ kind }) => kind === 'break-off')?.count ?? 0;
  if (!most || most.stopped === 0) return left > 0 && step > 1 ? words.noneTold(number(step)) : words.noneStopped;
  const all = pages.reduce((sum, { stopped }) => sum + stopped, 0);
  if (next?.stopped === most.stopped) return words.noneStandsOut;
  const name = words.named(read(most.label));
  return 2 * most.stopped > all
    ? words.mostOn(number(most.stopped), name)
    : words.oftenestOn(number(most.stopped), name);
}

function StopRows({ course, ended, isTimed }: { course: Course; ended: number; isTimed: boolean }) {
  const words = useMessages(courseMessages);
  const more = useMessages(qualityMessages);
  const most = Math.max(1, ...course.pages.map(({ stopped }) => stopped));
  return (
    <div className="wrap">
      <table className="items stops">
        <caption className="vh">{words.pagesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.page}</th>
            <th scope="col" className="plotcell">
              <span className="vh">{more.bar}</span>
            </th>
            <th scope="col" className="est flagged">
              {words.stopped}
            </th>
            {isTimed ? (
              <th scope="col" className="nn">
                {words.time}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {course.pages.map((page) => (
            <StopRow
              key={`${page.section}/${page.question ?? ''}`}
              page={page}
              course={course}
              share={page.stopped / most}
              ended={ended}
              isTimed={isTimed}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StopRow({
  page,
  course,
  share,
  ended,
  isTimed,
}: {
  page: CoursePage;
  course: Course;
  share: number;
  ended: number;
  isTimed: boolean;
}) {
  const words = useMessages(courseMessages);
  const more = useMessages(qualityMessages);
  const read = useText();
  const { number, percent } = useFormat();
  const isUnder = page.stopped === 0 && course.step > 1;
  return (
    <tr>
      <th scope="row">{read(page.label)}</th>
      <td className="plotcell">
        <svg className="plot" width="100%" height="20" aria-hidden="true">
          <line className="axis-line" x1="0" x2="0" y1="0" y2="20" />
          {share > 0 ? <rect className="bar" x="0" y="3" width={`${(100 * share).toFixed(2)}%`} height="14" /> : null}
        </svg>
      </td>
      <td className="est flagged">
        {isUnder ? (
          <span className="muted small">{more.under(number(course.step))}</span>
        ) : (
          <b>{number(page.stopped)}</b>
        )}
        {page.stopped > 0 && ended > 0 ? (
          <small>{more.stoppedShare(percent((100 * page.stopped) / ended, 1))}</small>
        ) : null}
      </td>
      {isTimed ? (
        <td className="nn" data-l={words.time}>
          {page.medianSeconds === null ? (
            <span className="muted small">{more.untimed(number(course.threshold))}</span>
          ) : (
            words.seconds(number(page.medianSeconds))
          )}
          {page.fastPercent === null ? null : <small>{more.hastyShare(percent(page.fastPercent))}</small>}
        </td>
      ) : null}
    </tr>
  );
}
