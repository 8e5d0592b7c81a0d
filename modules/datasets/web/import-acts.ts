import { api, useDone, useMessages } from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { datasetsApi, type ImportSummary, undoDays } from '../contract.ts';
import { dataMessages } from './data-words.ts';
import { addressOf, forgetLists } from './dataset-queries.ts';

/** Removes a dataset or an import, and offers to take it back. */
export function useRemoval(): (
  what: 'dataset' | 'import',
  id: string,
  name: string,
  isRevision?: boolean,
) => Promise<void> {
  const words = useMessages(dataMessages);
  const queries = useQueryClient();
  const done = useDone();
  return async (what, id, name, isRevision = false) => {
    const [one, back] =
      what === 'dataset' ? [datasetsApi.dataset, datasetsApi.restore] : [datasetsApi.import, datasetsApi.importRestore];
    await api.delete<ImportSummary | undefined>(addressOf(one, id));
    await forgetLists(queries);
    done({
      text: isRevision ? words.laidAside(name) : words.removed(name),
      more: isRevision ? undefined : words.removedFor(undoDays),
      undo: async () => {
        await api.post<ImportSummary | undefined>(addressOf(back, id));
        await forgetLists(queries);
      },
    });
  };
}
