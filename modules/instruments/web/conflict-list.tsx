import { type MergeConflict, placeKey } from '@common-measure/instrument';
import { Button, Message, useMessages, useText } from '@common-measure/platform/web-kit';
import { placeInWords, valueInWords } from './change-in-words.ts';
import type { DraftEditing } from './draft.ts';
import { historyMessages } from './history-words.ts';

/** Places that two people changed differently, both wordings side by side; one choice for each. */
export function ConflictList({ editing }: { editing: DraftEditing }) {
  const words = useMessages(historyMessages);
  const by = editing.conflictsWith ?? words.somebody;
  return (
    <Message kind="caution" live="alert" title={words.conflictTitle(by, editing.conflicts.length)}>
      <p>{words.conflictMore}</p>
      <ul className="conflicts">
        {editing.conflicts.map((conflict) => (
          <li key={placeKey(conflict.place)}>
            <OneConflict conflict={conflict} by={by} editing={editing} />
          </li>
        ))}
      </ul>
    </Message>
  );
}

function OneConflict({ conflict, by, editing }: { conflict: MergeConflict; by: string; editing: DraftEditing }) {
  const words = useMessages(historyMessages);
  const read = useText();
  const where = placeInWords(words, conflict.place, [editing.instrument]);
  const side = (which: 'mine' | 'theirs') => {
    const [label, act] = which === 'mine' ? [words.mine, words.keepMine] : [words.theirs(by), words.takeTheirs(by)];
    return (
      <div className="side">
        <p className="small muted">{label}</p>
        <p className="wording" lang={conflict.place.language ?? undefined}>
          {valueInWords(words, read, conflict[which])}
        </p>
        <Button
          kind={conflict.chosen === which ? 'primary' : 'second'}
          label={`${act}, ${where}`}
          onClick={() => editing.choose(conflict, which)}
        >
          {act}
        </Button>
      </div>
    );
  };
  return (
    <fieldset>
      <legend>{`${where.charAt(0).toUpperCase()}${where.slice(1)}`}</legend>
      <div className="pair">
        {side('mine')}
        {side('theirs')}
      </div>
    </fieldset>
  );
}
