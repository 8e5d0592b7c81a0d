import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Empty,
  Loaded,
  Page,
  ProblemMessage,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { bankApi, type FoundItem } from '../contract.ts';
import { AnswerTable } from './answer-table.tsx';
import { selectionQuery, useSelected } from './bank-queries.ts';
import { bankMessages } from './bank-words.ts';
import { BothWordings } from './both-wordings.tsx';
import { downloadFile } from './download-file.ts';
import { itemMessages } from './item-words.ts';
import { SelectButton } from './select-button.tsx';
import { useSelection } from './selection.ts';

/** The questions selected in this browser, in both languages with their answers: to print and to download. */
export function SelectionPage() {
  const words = useMessages(itemMessages);
  const bank = useMessages(bankMessages);
  const { codes, drop, keep } = useSelection();
  const selected = useSelected(codes);
  const done = useDone();
  const download = useMutation({
    mutationFn: (address: string) => downloadFile(`${address}?${selectionQuery(codes)}`),
  });
  const empty = () => {
    drop(codes);
    done({ text: words.cleared, undo: () => keep(codes) });
  };
  return (
    <Page
      title={words.selectionTitle}
      crumbs={[{ label: bank.title, to: '/bank' }]}
      facts={<p className="sub">{words.selectionLede}</p>}
    >
      {codes.length === 0 ? (
        <Empty title={words.nothing} actions={<ButtonLink to="/bank">{words.toBank}</ButtonLink>}>
          {words.nothingMore}
        </Empty>
      ) : (
        <div className="stack-6">
          {download.isError ? <ProblemMessage error={download.error} /> : null}
          <Actions>
            <Button icon="print" onClick={() => window.print()}>
              {words.print}
            </Button>
            <Button kind="second" icon="download" onClick={() => download.mutate(bankApi.exportCsv)}>
              {words.csv}
            </Button>
            <Button kind="second" icon="download" onClick={() => download.mutate(bankApi.exportJson)}>
              {words.json}
            </Button>
            <Button kind="plain" onClick={empty}>
              {words.clear}
            </Button>
          </Actions>
          <Loaded query={selected}>
            {(items) =>
              inOrder(items, codes).map((item) => (
                <SelectedItem key={item.code} item={item} version={bank.version(item.version)} />
              ))
            }
          </Loaded>
        </div>
      )}
    </Page>
  );
}

function inOrder(items: readonly FoundItem[], codes: readonly string[]): readonly FoundItem[] {
  return items.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function SelectedItem({ item, version }: { item: FoundItem; version: string }) {
  return (
    <Card title={`${item.code} (${version})`} stack>
      <BothWordings text={item.question.wording} />
      <AnswerTable question={item.question} />
      <Actions>
        <SelectButton code={item.code} wording={item.question.wording} />
      </Actions>
    </Card>
  );
}
