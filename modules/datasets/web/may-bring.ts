import { useSession } from '@common-measure/modules/accounts/web';

/** Whether the reader may bring files and change choices: everybody but viewers. */
export function useMayBring(): boolean {
  const role = useSession().data?.role ?? null;
  return role !== null && role !== 'viewer';
}
