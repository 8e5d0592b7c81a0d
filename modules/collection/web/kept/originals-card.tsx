import { Actions, Button, Card, DataTable, Loaded, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { useOriginals } from './kept-queries.ts';
import { keptMessages } from './kept-words.ts';

/** How many comments were masked; and as they were, for those declared, once they ask. */
export function OriginalsCard({ surveyId, count }: { surveyId: string; count: number }) {
  const words = useMessages(keptMessages);
  const { number } = useFormat();
  const [isShown, setShown] = useState(false);
  return (
    <Card span={isShown ? 12 : 5} title={words.masked(number(count))} stack>
      <p className="muted">{words.maskedMore}</p>
      {isShown ? (
        <Originals surveyId={surveyId} />
      ) : count > 0 ? (
        <Actions>
          <Button kind="second" onClick={() => setShown(true)}>
            {words.read}
          </Button>
        </Actions>
      ) : null}
    </Card>
  );
}

function Originals({ surveyId }: { surveyId: string }) {
  const words = useMessages(keptMessages);
  return (
    <Loaded query={useOriginals(surveyId)}>
      {(texts) =>
        texts.length === 0 ? (
          <p>{words.noOriginals}</p>
        ) : (
          <DataTable
            caption={words.comment}
            captionHidden
            stacks
            rows={texts}
            rowKey={(row) => `${row.responseId} ${row.question}`}
            columns={[
              { key: 'text', header: words.comment, cell: (row) => row.text },
              {
                key: 'kinds',
                header: words.found,
                cell: (row) => row.kinds.map((kind) => words.kinds[kind]).join(', '),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}
