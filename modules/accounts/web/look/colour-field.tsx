import { contrastRatio, isReadableColour, leastContrast, readableTone, tonesOf } from '@common-measure/instrument';
import {
  Button,
  Card,
  CheckField,
  Icon,
  Message,
  TextField,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { lookMessages } from './look-words.ts';

const spruce = '#075a63';

/** The colour of an organization, with what it is measured by, and the nearest readable tone where it is too pale. */
export function ColourField({
  colour,
  error,
  onChange,
}: {
  colour: string | null;
  error: string | undefined;
  onChange: (colour: string | null) => void;
}) {
  const words = useMessages(lookMessages);
  const { number } = useFormat();
  const tone = colour === null ? null : readableTone(colour);
  return (
    <Card title={words.colour} stack>
      <CheckField
        label={words.ownColour}
        hint={words.ownColourHint}
        checked={colour !== null}
        onChange={(own) => onChange(own ? spruce : null)}
      />
      {colour === null ? null : (
        <>
          <div className="look-colour">
            <TextField
              id="colour"
              label={words.code}
              value={colour}
              error={error}
              onChange={(typed) => onChange(typed.trim().toLowerCase())}
            />
            <input
              type="color"
              aria-label={words.pick}
              value={tone === null ? spruce : colour}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          {tone !== null && tone !== colour ? (
            <Message
              kind="caution"
              live="status"
              actions={
                <Button kind="second" onClick={() => onChange(tone)}>
                  {words.nearest(tone)}
                </Button>
              }
            >
              {words.tooPale(number(contrastRatio(colour, '#ffffff'), 1))}
            </Message>
          ) : null}
          {isReadableColour(colour) ? <Measured colour={colour} /> : null}
        </>
      )}
    </Card>
  );
}

function Measured({ colour }: { colour: string }) {
  const words = useMessages(lookMessages);
  const { number } = useFormat();
  const { deep, wash } = tonesOf(colour);
  const rows = [
    [words.pairs.button, contrastRatio('#ffffff', colour), leastContrast],
    [words.pairs.link, contrastRatio(deep, '#ffffff'), leastContrast],
    [words.pairs.tinted, contrastRatio(deep, wash), leastContrast],
    [words.pairs.edge, contrastRatio(colour, wash), 3],
  ] as const;
  return (
    <dl className="kv">
      {rows.map(([pair, ratio, least]) => (
        <div className="kv-row" key={pair}>
          <dt>{pair}</dt>
          <dd>
            <Icon name="good" /> {words.ratio(number(ratio, 1), number(least, least === 3 ? 0 : 1))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
