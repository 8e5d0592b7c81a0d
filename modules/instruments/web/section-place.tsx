import { duplicateSection, type Instrument, moveSectionTo, type Section } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Disclosure,
  SelectField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { PlaceActs } from './question-place.tsx';
import { routingMessages } from './routing-words.ts';

/** Another place for a whole part, and a copy of it. */
export function SectionPlace({
  instrument,
  section,
  onEdit,
  onSelect,
}: { instrument: Instrument; section: Section } & PlaceActs) {
  const words = useMessages(routingMessages);
  const read = useText();
  const done = useDone();
  const others = instrument.sections.filter((one) => one.code !== section.code);
  const [place, setPlace] = useState(others.at(-1)?.code ?? '');
  const at = others.findIndex((one) => one.code === place) + 1;
  const title = read(section.title) || section.code;
  const duplicate = () => {
    const copied = duplicateSection(instrument, section.code);
    if (!copied) return;
    done({ text: words.duplicated(title) });
    onEdit((present) => duplicateSection(present, section.code)?.instrument ?? present);
    onSelect(copied.code);
  };
  return (
    <Disclosure summary={words.place}>
      <div className="stack">
        {others.length > 0 ? (
          <>
            <SelectField
              label={words.moveTo}
              value={at > 0 ? place : ''}
              options={[
                { value: '', label: words.atStart },
                ...others.map((one) => ({ value: one.code, label: words.behind(read(one.title) || one.code) })),
              ]}
              onChange={setPlace}
            />
            <Actions className="tight">
              <Button
                kind="second"
                icon="arrow"
                onClick={() => {
                  done({ text: words.moved(title) });
                  onEdit((present) => moveSectionTo(present, section.code, at));
                }}
              >
                {words.move}
              </Button>
            </Actions>
          </>
        ) : null}
        <Actions className="tight">
          <Button kind="second" icon="copy" onClick={duplicate}>
            {words.duplicatePart}
          </Button>
        </Actions>
      </div>
    </Disclosure>
  );
}
