import type { Bank, BankItem } from '@common-measure/instrument';
import { bankSearchPageSchema } from '@common-measure/modules/question-bank/contract';
import { effectiveBank, searchPage, starterBank } from '@common-measure/modules/question-bank/server';
import { machine } from './machine.ts';

/**
 * Search in a bank of 5,000 items: ours, and others made of the words of ours by a seeded draw. Each search is asked 50 times, letter
 * by letter as it is typed, with a page of results and the places of the words in them; middle, longest and processor time are told.
 */
const size = Number(process.argv[2] ?? 5000);
const searches = [
  'waiting time',
  'attendre au bureau',
  'satisfied with the service',
  'délais',
  'the',
  'e',
  'counter_wait',
];

const began = performance.now();
const bank = effectiveBank(enlarged(starterBank()), [], []);
const built = performance.now() - began;

console.log(machine(['snowball-stemmers']).join('\n'));
console.log(`\nindex of ${bank.bank.items.length} items built in ${built.toFixed(0)} ms, memory ${megabytes()} MB`);
for (const search of searches) {
  const times: number[] = [];
  const worked = process.cpuUsage();
  let total = 0;
  for (let round = 0; round < 50; round++)
    for (let typed = 1; typed <= search.length; typed++) {
      const wanted = bankSearchPageSchema.parse({ q: search.slice(0, typed) });
      const from = performance.now();
      total = searchPage(bank, wanted).total;
      times.push(performance.now() - from);
    }
  const { user, system } = process.cpuUsage(worked);
  const processor = ((user + system) / 1000 / times.length).toFixed(2);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(2);
  console.log(
    `${search.padEnd(28)} ${String(total).padStart(5)} found  median ${at(0.5)} ms, 99% ${at(0.99)} ms, longest ${at(1)} ms; processor ${processor} ms`,
  );
}

function enlarged(from: Bank): Bank {
  const draw = seeded(20261122);
  const words = { en: wordsOf(from, 'en'), fr: wordsOf(from, 'fr') };
  const sentence = (language: 'en' | 'fr') =>
    `${Array.from({ length: 8 + Math.floor(draw() * 8) }, () => words[language][Math.floor(draw() * words[language].length)]).join(' ')}.`;
  const more = Array.from({ length: Math.max(0, size - from.items.length) }, (_, at): BankItem => {
    const like = from.items[at % from.items.length];
    if (like === undefined) throw new Error('the bank is empty');
    const wording = { en: sentence('en'), fr: sentence('fr') };
    return { ...like, code: `${like.code.slice(0, 38)}_g${at}`, core: false, pairedWith: null, slots: [], wording };
  });
  return { ...from, items: [...from.items, ...more] };
}

function wordsOf(from: Bank, language: 'en' | 'fr'): readonly string[] {
  return from.items.flatMap((item) => item.wording[language].match(/[\p{L}’]+/gu) ?? []);
}

/** Numbers from 0 to 1, the same for each seed (Lehmer). */
function seeded(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function megabytes(): string {
  return (process.memoryUsage().rss / 2 ** 20).toFixed(0);
}
