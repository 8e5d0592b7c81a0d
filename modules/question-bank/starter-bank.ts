import { readdirSync, readFileSync } from 'node:fs';
import { type Bank, readBank } from '@common-measure/instrument';

const folder = new URL('../../content/bank/', import.meta.url);
let bank: Bank | undefined;

/** The bank that comes with the platform, the constructs of the starter before those added to it; read from its files once. Throws with every fault where a file is wrong. */
export function starterBank(): Bank {
  bank ??= load();
  return bank;
}

function load(): Bank {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  const read = readBank(
    names.map((name) => ({
      name: `${name}.json`,
      content: JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
    })),
  );
  if (!read.ok) throw new Error(`The question bank cannot be read:\n${read.reasons.join('\n')}`);
  return read.value;
}
