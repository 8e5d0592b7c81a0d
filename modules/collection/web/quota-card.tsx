import { Card, Tag, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { Fieldwork } from '../contract.ts';
import { quotaProgressMessages } from './quota-progress-words.ts';

/** How the quotas of a survey stand: how many of how many, which are full, and how often that left people out. */
export function QuotaCard({ counts }: { counts: Fieldwork }) {
  const words = useMessages(quotaProgressMessages);
  const read = useText();
  const { number } = useFormat();
  if (counts.quotas.length === 0) return null;
  const step = counts.quotaStep;
  const isRounded = step > 1;
  return (
    <Card span={7} title={words.quotas} stack>
      <ul className="plain-list stack">
        {counts.quotas.map(({ code, label, target, count, isFull, refused, whenFull }) => {
          const name = read(label);
          const said = isFull
            ? words.full(number(target))
            : count === 0 && isRounded
              ? target > step
                ? words.fewer(number(step), number(target))
                : words.notYet(number(target))
              : words.counted(number(count), number(target), isRounded);
          return (
            <li key={code}>
              <p>
                <strong>{name}</strong> {isFull ? <Tag kind="good">{words.isFull}</Tag> : null}
              </p>
              <progress value={isFull ? target : Math.min(count, target)} max={target} aria-label={name} />
              <p className="small muted">
                {[
                  said,
                  whenFull === 'watch' ? words.watched : null,
                  refused > 0 ? words.refused(number(refused), isRounded) : null,
                ]
                  .filter((text) => text !== null)
                  .join(' ')}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="small muted">{isRounded ? words.steps(number(step)) : words.over}</p>
    </Card>
  );
}
