import { api } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';

/** The address of one of the ways into a survey. */
export function wayAddress(path: string, surveyId: string, more: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ id: surveyId, ...more }).reduce(
    (address, [name, value]) => address.replace(`:${name}`, value),
    path,
  );
}

/** `round`: another than the present one. */
export function useWay<T>(path: string, surveyId: string, round?: number): UseQueryResult<T> {
  return useQuery({
    queryKey: ['ways', path, surveyId, ...(round === undefined ? [] : [round])],
    queryFn: () => api.get<T>(wayAddress(path, surveyId) + ofRound(round)),
  });
}

/** What an address says of a round; of the present one nothing. */
export function ofRound(round: number | undefined): string {
  return round === undefined ? '' : `?round=${round}`;
}

/** Reads again what was changed. */
export function useRefreshed(path: string, surveyId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['ways', path, surveyId] });
}

/** Hands a text to the browser as a file. */
export function download(fileName: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
