import { Icon, Message, useMessages } from '@common-measure/platform/web-kit';
import { type DragEvent, useId, useState } from 'react';
import { dataMessages } from './data-words.ts';

/** A file input that one can also drop on: the keyboard and the screen reader meet an ordinary file button. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const words = useMessages(dataMessages);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [isMany, setMany] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file, ...others] = event.dataTransfer.files;
    setMany(others.length > 0);
    if (file && others.length === 0) onFile(file);
  };
  return (
    <>
      {isMany ? <Message kind="bad" title={words.oneFile} /> : null}
      <label
        htmlFor={id}
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <strong>{words.drop}</strong>
        <span className="btn" aria-hidden="true">
          {words.choose}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,.tab,text/csv,text/plain,text/tab-separated-values"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      <p className="small muted" id={`${id}-hint`}>
        {words.dropHint}
      </p>
    </>
  );
}
