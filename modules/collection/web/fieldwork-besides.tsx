import { Link, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { Fieldwork } from '../contract.ts';
import { waysMessages } from './ways/ways-words.ts';

/** That something was sent besides what counts: how much waits to be looked at, and how much was taken in. */
export function BesidesLine({
  surveyId,
  round,
  besides,
}: {
  surveyId: string;
  round: number;
  besides: Fieldwork['besides'];
}) {
  const words = useMessages(waysMessages).conflicts;
  const { number } = useFormat();
  if (besides.waiting + besides.accepted === 0) return null;
  return (
    <p>
      {besides.waiting > 0 ? `${words.onFieldwork(number(besides.waiting))}. ` : null}
      {besides.accepted > 0 ? `${words.accepted(number(besides.accepted))} ` : null}
      <Link to={`/surveys/${surveyId}/ways`} search={{ round: String(round) }}>
        {words.look}
      </Link>
    </p>
  );
}
