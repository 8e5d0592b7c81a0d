import type { Instrument, Section } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Actions, Button, Card, useMessages, useText } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { PagingField } from './paging-field.tsx';
import type { PlaceActs } from './question-place.tsx';
import { SectionRouting } from './question-routing.tsx';
import { SectionPlace } from './section-place.tsx';
import { TextPair } from './text-pair.tsx';

/** The title of a part of the questionnaire, and its removal. */
export function PartEditor({
  instrument,
  section,
  onRename,
  onPaging,
  onMove,
  onRemove,
  onChange,
  onEdit,
  onSelect,
}: {
  instrument: Instrument;
  section: Section;
  onRename: (title: LocalizedText) => void;
  onPaging: (paging: Section['paging']) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (part: Pick<Partial<Section>, 'showIf' | 'arms'>) => void;
} & PlaceActs) {
  const words = useMessages(builderMessages);
  const read = useText();
  return (
    <Card title={words.partHeading(read(section.title) || words.newPart)} stack>
      <TextPair id="part" label={words.partTitle} value={section.title} onChange={onRename} />
      <PagingField section={section} onChange={onPaging} />
      <SectionRouting instrument={instrument} section={section} onChange={onChange} />
      <SectionPlace instrument={instrument} section={section} onEdit={onEdit} onSelect={onSelect} />
      {section.questions.length > 0 ? <p className="small muted">{words.partKeepsOne}</p> : null}
      <Actions className="tight">
        <Button kind="second" icon="up" onClick={() => onMove(-1)}>
          {words.moveUp}
        </Button>
        <Button kind="second" icon="down" onClick={() => onMove(1)}>
          {words.moveDown}
        </Button>
        <Button kind="plain" icon="remove" onClick={onRemove}>
          {words.removePart}
        </Button>
      </Actions>
    </Card>
  );
}
