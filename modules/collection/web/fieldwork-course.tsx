import { Card, DataTable, Loaded, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { Course } from '../fieldwork/fieldwork-contract.ts';
import { useCourse } from './fieldwork-course-queries.ts';
import { courseMessages } from './fieldwork-course-words.ts';
import { InvitationsCard } from './fieldwork-invitations.tsx';
import { MarksCard } from './fieldwork-marks.tsx';
import { StopsFigure } from './fieldwork-stops.tsx';

/** How visits ended, and page by page how long people took and where they stopped. */
export function CourseCards({ surveyId, round }: { surveyId: string; round: number }) {
  const words = useMessages(courseMessages);
  return (
    <Loaded query={useCourse(surveyId, round)} lines={4}>
      {(course) => (
        <>
          <Card span={12} title={words.pages}>
            <StopsFigure course={course} />
          </Card>
          <Endings course={course} />
          <MarksCard course={course} />
          <InvitationsCard course={course} surveyId={surveyId} />
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
