import type { QuestionBlock } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { blocksApi, type OwnBlock } from '../block-contract.ts';

const key = ['instrument-blocks'] as const;

/** The blocks that the organization keeps, the latest change first. */
export function useBlocks(): UseQueryResult<readonly OwnBlock[]> {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<readonly OwnBlock[]>(blocksApi.blocks, signal) });
}

interface Named {
  readonly name: LocalizedText;
  readonly description: LocalizedText;
}
export type BlockAct =
  | ({ readonly keep: QuestionBlock } & Named)
  | ({ readonly change: OwnBlock; readonly content?: QuestionBlock | undefined } & Named)
  | { readonly remove: string; readonly removed: boolean };

/** Keeps, changes or removes a block; the list is read again afterwards. */
export function useBlockAct(): UseMutationResult<unknown, unknown, BlockAct> {
  const queries = useQueryClient();
  return useMutation<unknown, unknown, BlockAct>({
    mutationFn: (act) => {
      if ('keep' in act) {
        const { keep: content, name, description } = act;
        return api.post(blocksApi.blocks, { name, description, content });
      }
      if ('change' in act) {
        const { change, name, description, content } = act;
        return api.put(addressOf(change.id), { version: change.version, name, description, content });
      }
      return api.patch(addressOf(act.remove), { removed: act.removed });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

function addressOf(id: string): string {
  return blocksApi.block.replace(':id', id);
}
