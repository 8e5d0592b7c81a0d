import { type Bank, type BankItem, questionFromItem } from '@common-measure/instrument';
import { tableCell } from '@common-measure/kernel';
import { bankProblems } from './problems.ts';

/** The items of these codes, in their order; refused with the first code that the bank has not. */
export function selected(bank: Bank, codes: string): readonly BankItem[] {
  const wanted = [...new Set(codes.split(',').map((code) => code.trim()))].filter(Boolean);
  const byCode = new Map(bank.items.map((item) => [item.code, item]));
  return wanted.map((code) => byCode.get(code) ?? bankProblems.raise('bank-item-unknown', { code: code.slice(0, 60) }));
}

/** A selection as a file of the bank: items with the constructs and scales they rest on. `readBank` reads it. */
export function selectionFile(bank: Bank, items: readonly BankItem[]): Pick<Bank, 'constructs' | 'scales' | 'items'> {
  const constructs = new Set(items.map((item) => item.construct));
  const scales = new Set(items.flatMap(({ scale }) => (scale ? [`${scale.id}@${scale.version}`] : [])));
  const codes = new Set(items.map((item) => item.code));
  return {
    constructs: bank.constructs.filter((one) => constructs.has(one.id)),
    scales: bank.scales.filter((one) => scales.has(`${one.id}@${one.version}`)),
    items: items.map((item) =>
      item.pairedWith === null || codes.has(item.pairedWith) ? item : { ...item, pairedWith: null },
    ),
  };
}

/** A selection as a table, one row an item, both languages; UTF-8 with its mark, so that spreadsheets read the accents. */
export function selectionCsv(bank: Bank, items: readonly BankItem[]): string {
  const header = [
    'code',
    'version',
    'construct',
    'element',
    'channels',
    'client_types',
    'core',
    'type',
    'wording_en',
    'wording_fr',
    'hint_en',
    'hint_fr',
    'scale',
    'answers_en',
    'answers_fr',
    'does_not_apply',
    'dont_know',
    'prefer_not_to_say',
  ];
  const rows = items.map((item) => {
    const question = questionFromItem(bank, item);
    const answers = question.scale?.points ?? question.options;
    const listed = (language: 'en' | 'fr') =>
      answers.map(({ code, label }) => `${code} = ${label[language]}`).join(' | ');
    return [
      item.code,
      String(item.version),
      item.construct,
      item.element,
      item.channels.join(' '),
      item.clientTypes.join(' '),
      String(item.core),
      item.type,
      item.wording.en,
      item.wording.fr,
      item.hint?.en ?? '',
      item.hint?.fr ?? '',
      item.scale ? `${item.scale.id}@${item.scale.version}` : '',
      listed('en'),
      listed('fr'),
      String(item.doesNotApply),
      String(item.dontKnow),
      String(item.preferNotToSay),
    ];
  });
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A cell that no spreadsheet runs as a formula, however it begins. */
function cell(text: string): string {
  const harmless = tableCell(text);
  return /[",\r\n]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
