import { Card, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { Course } from '../fieldwork/fieldwork-contract.ts';
import { qualityMessages } from './fieldwork-quality-words.ts';

/** How many answers are marked as straight lines or as hurried, what that means, and that none is dropped. */
export function MarksCard({ course }: { course: Course }) {
  const words = useMessages(qualityMessages);
  const { marks } = course;
  return (
    <Card span={5} title={words.marks} stack>
      <p>{words.marksLead}</p>
      {marks.hasMatrix ? (
        <Mark
          name={words.lines}
          what={words.linesWhat}
          count={marks.straightLined}
          told={marks.linesTold}
          course={course}
        />
      ) : (
        <p>
          <strong>{words.lines}</strong>
          <br />
          <span className="small muted">{words.linesNone}</span>
        </p>
      )}
      <Mark name={words.haste} what={words.hasteWhat} count={marks.hasty} told={marks.hasteTold} course={course} />
      <p className="small muted">{words.where}</p>
    </Card>
  );
}

function Mark({
  name,
  what,
  count,
  told,
  course: { step },
}: {
  name: string;
  what: string;
  count: number;
  told: number;
  course: Course;
}) {
  const words = useMessages(qualityMessages);
  const { number, percent } = useFormat();
  const said =
    told === 0
      ? words.notYet(number(step))
      : count === 0 && step > 1
        ? words.markedUnder(number(step), number(told))
        : words.marked(number(count), number(told), percent((100 * count) / told));
  return (
    <div>
      <h3>{name}</h3>
      <p>{said}</p>
      <p className="small muted">{what}</p>
    </div>
  );
}
