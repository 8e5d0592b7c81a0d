import { type DatabaseLocation, withOwnerConnection } from '@common-measure/platform/database';
import { numbers, type Said } from './questionnaire.ts';
import type { Receipt } from './receipts.ts';

/** What the clients were told beside what the database holds, read straight from its tables. */
export interface Comparison {
  readonly acknowledged: number;
  readonly stored: number;
  readonly withdrawn: number;
  readonly drafts: number;
  readonly mixed: number;
  /** Each must be empty; else the marks in question, or what differs. */
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

interface Held {
  readonly id: string;
  readonly mixed: boolean;
  readonly answers: Readonly<Record<string, { readonly value?: number; readonly text?: string }>>;
}

export async function compare(
  location: DatabaseLocation,
  receipts: readonly Receipt[],
  fieldworkTotal: number,
): Promise<Comparison> {
  return withOwnerConnection(location, async (client) => {
    const rows = async <R extends object>(sql: string) => (await client.query<R>(sql)).rows;
    const held = await rows<Held>('SELECT id, mixed, answers FROM collection.response');
    const drafts = await rows<{ entries: Record<string, readonly string[]> }>('SELECT entries FROM collection.draft');
    const [other] = await rows<{ counted: number; tombstones: number; conflicts: number }>(
      `SELECT (SELECT coalesce(sum(count), 0) FROM collection.wave_count)::integer
           + (SELECT count(*) FROM collection.response WHERE NOT mixed)::integer AS counted,
         (SELECT count(*) FROM collection.withdrawal)::integer AS tombstones,
         (SELECT count(*) FROM collection.conflicting_response)::integer AS conflicts`,
    );
    const responses = receipts.flatMap((receipt) => (receipt.kind === 'response' ? [receipt] : []));
    const withdrawn = new Set(receipts.flatMap((receipt) => (receipt.kind === 'withdrawal' ? [receipt.mark] : [])));
    const left = receipts.flatMap((receipt) => (receipt.kind === 'draft' ? [receipt.said] : []));
    const standing = responses.filter(({ said }) => !withdrawn.has(said.mark));
    const byMark = Map.groupBy(held, ({ answers }) => answers.mark?.text ?? '');
    const told = new Set(standing.map(({ said }) => said.mark));
    const draftOf = Map.groupBy(drafts, ({ entries }) => entries.mark?.[0] ?? '');
    const differs = (name: string, one: number, two: number) => (one === two ? [] : [`${name}: ${one}, ${two}`]);
    return {
      acknowledged: responses.length,
      stored: held.length,
      withdrawn: withdrawn.size,
      drafts: left.length,
      mixed: held.filter(({ mixed }) => mixed).length,
      faults: {
        'acknowledged and not stored': standing.map(({ said }) => said.mark).filter((mark) => !byMark.has(mark)),
        'stored more than once': [...byMark].filter(([, all]) => all.length > 1).map(([mark]) => mark),
        'ids stored twice': differs('ids', new Set(held.map(({ id }) => id)).size, held.length),
        'acknowledged twice': differs('marks', new Set(responses.map(({ said }) => said.mark)).size, responses.length),
        'stored and never acknowledged': [...byMark.keys()].filter((mark) => !told.has(mark) && !withdrawn.has(mark)),
        'stored with another content or id': standing
          .filter(({ said, id }) => (byMark.get(said.mark) ?? []).some((row) => !isSame(row, said, id)))
          .map(({ said }) => said.mark),
        'withdrawn and still there': [...withdrawn].filter((mark) => byMark.has(mark)),
        'withdrawals and tombstones': differs('withdrawn', withdrawn.size, other?.tombstones ?? -1),
        'saved and not in a draft': left
          .filter((said) => !(draftOf.get(said.mark) ?? []).some(({ entries }) => isDraftOf(entries, said)))
          .map(({ mark }) => mark),
        'drafts in all': differs('drafts', left.length, drafts.length),
        'taken for another content': differs('conflicts', 0, other?.conflicts ?? -1),
        'counters beside rows': differs('counted', other?.counted ?? -1, held.length),
        'fieldwork page beside rows': differs('total', fieldworkTotal, held.length),
      },
    };
  });
}

function isSame({ id, answers }: Held, said: Said, sentAs: string | null): boolean {
  return (sentAs === null || sentAs === id) && numbers.every((code) => answers[code]?.value === said[code]);
}

function isDraftOf(entries: Readonly<Record<string, readonly string[]>>, said: Said): boolean {
  return numbers.every((code) => (entries[code]?.[0] ?? '') === String(said[code] ?? ''));
}
