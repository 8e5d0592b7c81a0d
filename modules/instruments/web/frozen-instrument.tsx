import { type Instrument, questionsOf, type RouteThrough } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Message, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { builderMessages } from './builder-words.ts';
import { CodebookPanel } from './codebook-panel.tsx';
import { commentPlaceOf } from './comment-place.ts';
import { CommentsCard } from './comments-card.tsx';
import { ComparabilityCard } from './comparability-card.tsx';
import { Outline } from './outline.tsx';
import { PathExplorer } from './path-explorer.tsx';
import { Preview } from './preview.tsx';
import { RoutingSentences } from './question-routing.tsx';
import { useSelection } from './selection.ts';

/** A questionnaire to read, published or not, part by part, in both languages. */
export function FrozenInstrument({
  instrument,
  isPublished,
  organization,
  instrumentId,
}: {
  instrument: Instrument;
  isPublished: boolean;
  organization: LocalizedText;
  instrumentId: string;
}) {
  const words = useMessages(builderMessages);
  const [selection, select] = useSelection(undefined);
  const [route, setRoute] = useState<RouteThrough | null>(null);
  const chosen =
    selection.kind === 'question'
      ? questionsOf(instrument).find((one) => one.code === selection.code)
      : selection.kind === 'part'
        ? instrument.sections.find((one) => one.code === selection.code)
        : undefined;
  const part =
    selection.kind === 'question'
      ? (instrument.sections.find((section) => section.questions.some((one) => one.code === selection.code))?.code ??
        null)
      : selection.kind === 'part'
        ? selection.code
        : null;
  return (
    <div className="stack section">
      <Message>{isPublished ? words.frozen : words.readOnly}</Message>
      <div className="builder frozen">
        <Outline
          instrument={instrument}
          flaws={[]}
          selection={selection}
          isFrozen
          onSelect={select}
          onAddPart={() => undefined}
        />
        <div className="stack">
          {selection.kind === 'paths' ? (
            <PathExplorer instrument={instrument} route={route} onRoute={setRoute} />
          ) : null}
          {selection.kind === 'codebook' ? <CodebookPanel instrument={instrument} /> : null}
          {chosen ? <RoutingSentences instrument={instrument} part={chosen} /> : null}
          {['part', 'codebook', 'paths'].includes(selection.kind) ? null : (
            <ComparabilityCard
              instrument={instrument}
              question={selection.kind === 'question' ? selection.code : null}
            />
          )}
          <CommentsCard instrument={instrument} place={commentPlaceOf(selection)} />
        </div>
        <Preview
          instrument={instrument}
          part={part}
          question={selection.kind === 'question' ? selection.code : null}
          organization={organization}
          instrumentId={instrumentId}
          route={selection.kind === 'paths' ? route : null}
          onLetGo={() => setRoute(null)}
        />
      </div>
    </div>
  );
}
