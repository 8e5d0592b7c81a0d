import { ButtonLink, Card, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { Course } from '../fieldwork/fieldwork-contract.ts';
import { qualityMessages } from './fieldwork-quality-words.ts';

/** What became of the visits to other pages that invite to the survey, by rate, and what a remembered "no" does to coverage. */
export function InvitationsCard({ course, surveyId }: { course: Course; surveyId: string }) {
  const words = useMessages(qualityMessages);
  const { number, percent } = useFormat();
  if (course.invitations.length === 0) return null;
  return (
    <Card span={7} title={words.invitations} stack>
      {course.invitations.map(({ every, visits, drawn, remembered, invited, accepted, answered }) => (
        <div key={every}>
          <h3>{words.rate(number(every))}</h3>
          <p>{words.flow(number(visits), number(drawn), number(invited), number(accepted), number(answered))}</p>
          {drawn === 0 ? null : (
            <p>
              {remembered === 0
                ? words.covered
                : words.coverage(number(remembered), percent((100 * remembered) / drawn))}
            </p>
          )}
        </div>
      ))}
      <p className="small muted">{words.rateKept}</p>
      <div className="actions">
        <ButtonLink kind="second" to={`/surveys/${surveyId}/ways`}>
          {words.toWays}
        </ButtonLink>
      </div>
    </Card>
  );
}
