import type { BankItem } from '@common-measure/instrument';
import { Card, DataTable, useMessages } from '@common-measure/platform/web-kit';
import { bankMessages } from './bank-words.ts';
import { governanceMessages } from './governance-words.ts';

interface Row {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What a proposal changes besides the wording, or says of a new item: each field with what stands now. */
export function OtherChanges({ before, after }: { before: BankItem | null; after: BankItem }) {
  const words = useMessages(governanceMessages);
  const fieldsOf = useFields();
  const now = before && fieldsOf(before);
  const rows = fieldsOf(after)
    .map(([field, value], at): Row => ({ field, before: now?.[at]?.[1] ?? '–', after: value }))
    .filter((row) => row.before !== row.after && (now !== null || row.after !== words.none));
  if (rows.length === 0) return null;
  return (
    <Card>
      <DataTable
        caption={words.otherChanges}
        stacks
        columns={[
          { key: 'field', header: words.field, cell: (row) => row.field },
          ...(now ? [{ key: 'before', header: words.now, cell: (row: Row) => row.before }] : []),
          { key: 'after', header: words.proposedThen, cell: (row) => row.after },
        ]}
        rows={rows}
        rowKey={(row) => row.field}
      />
    </Card>
  );
}

/** The fields of an item besides its wording, in words. */
function useFields(): (item: BankItem) => readonly (readonly [string, string])[] {
  const words = useMessages(governanceMessages);
  const bank = useMessages(bankMessages);
  const yes = (value: boolean) => (value ? words.yes : words.no);
  const labels = (item: BankItem, language: 'en' | 'fr') =>
    item.options.map((option) => `${option.code} = ${option.label[language]}`).join('; ') || words.none;
  return (item) => [
    [words.hintEn, item.hint?.en ?? words.none],
    [words.hintFr, item.hint?.fr ?? words.none],
    [words.unitEn, item.unit?.en ?? words.none],
    [words.unitFr, item.unit?.fr ?? words.none],
    [words.construct, item.construct],
    [words.element, bank.elements[item.element]],
    [words.type, isKnownType(item.type) ? words.types[item.type] : item.type],
    [words.scale, item.scale ? `${item.scale.id} ${item.scale.version}` : words.none],
    [`${words.answers} (EN)`, labels(item, 'en')],
    [`${words.answers} (FR)`, labels(item, 'fr')],
    [words.channels, item.channels.map((channel) => bank.channels[channel]).join(' · ')],
    [words.clients, item.clientTypes.map((type) => bank.clientTypes[type]).join(' · ')],
    [bank.doesNotApply, yes(item.doesNotApply)],
    [bank.dontKnow, yes(item.dontKnow)],
    [bank.preferNotToSay, yes(item.preferNotToSay)],
    [bank.core, yes(item.core)],
    [words.benchmarkable, yes(item.benchmarkable)],
  ];
}

const types = ['rating', 'single', 'multiple', 'number', 'text'] as const;

function isKnownType(type: BankItem['type']): type is (typeof types)[number] {
  return types.some((one) => one === type);
}
