import type { WithheldReason } from '@common-measure/estimate';
import { Icon } from './icons.tsx';
import { useMessages } from './language.tsx';
import { kitMessages } from './words.ts';

/** In the place of a figure: why it is not shown. Never a blank, a dash or a zero. */
export function Withheld({ reason, threshold }: { reason: WithheldReason; threshold?: number | undefined }) {
  const words = useMessages(kitMessages);
  const text = reason === 'small-cell' && threshold ? words.withheldBelow(threshold) : words.withheld[reason];
  const icon = reason === 'unreliable' ? 'caution' : reason === 'not-asked' || reason === 'no-cases' ? 'info' : 'lock';
  return (
    <span className="withheld">
      <Icon name={icon} />
      {text}
    </span>
  );
}
