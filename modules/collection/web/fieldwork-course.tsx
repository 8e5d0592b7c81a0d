import { Card, DataTable, Loaded, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { Course } from '../fieldwork/fieldwork-contract.ts';
import { useCourse } from './fieldwork-course-queries.ts';
import { courseMessages } from './fieldwork-course-words.ts';

/** How visits ended, and page by page how long people took and where they stopped. */
export function CourseCards({ surveyId, round }: { surveyId: string; round: number }) {
  return (
    <Loaded query={useCourse(surveyId, round)} lines={4}>
      {(course) => (
        <>
          <Endings course={course} />
          <Pages course={course} />
        </>
      )}
    </Loaded>
  );
}

function Endings({ course }: { course: Course }) {
  const words = useMessages(courseMessages);
  const { number, percent } = useFormat();
  const { rate } = course;
  return (
    <Card span={7} title={words.endings} stack>
      <DataTable
        caption={words.endingsTable}
        rows={course.dispositions.filter(({ kind, count }) => count > 0 || kind === 'complete')}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', header: words.ending, cell: (row) => words.kinds[row.kind] },
          { key: 'code', header: words.code, cell: (row) => row.code ?? '' },
          { key: 'count', header: words.people, numeric: true, cell: (row) => number(row.count) },
        ]}
      />
      <p className="small muted">
        {rate.status === 'told'
          ? words.rate(percent(100 * rate.value, 1), number(rate.base))
          : words.noRate[rate.reason]}
      </p>
    </Card>
  );
}

function Pages({ course }: { course: Course }) {
  const words = useMessages(courseMessages);
  const read = useText();
  const { number, percent } = useFormat();
  const few = words.tooFew(number(course.threshold));
  return (
    <Card span={12} title={words.pages} stack>
      <DataTable
        caption={words.pagesTable}
        rows={course.pages}
        rowKey={(row) => `${row.section}/${row.question ?? ''}`}
        columns={[
          { key: 'page', header: words.page, cell: (row) => read(row.label) },
          {
            key: 'time',
            header: words.time,
            numeric: true,
            cell: (row) => (row.medianSeconds === null ? few : words.seconds(number(row.medianSeconds))),
          },
          {
            key: 'hasty',
            header: words.hasty,
            numeric: true,
            cell: (row) =>
              row.medianSeconds === null ? few : row.fastPercent === null ? words.notTold : percent(row.fastPercent),
          },
          {
            key: 'stopped',
            header: words.stopped,
            numeric: true,
            cell: (row) => (row.stopped === 0 && course.step > 1 ? few : number(row.stopped)),
          },
        ]}
      />
      <p className="small muted">{course.step > 1 ? words.steps(number(course.step)) : words.exact}</p>
      <p className="small muted">{words.how}</p>
    </Card>
  );
}
