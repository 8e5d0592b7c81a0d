import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useMessages } from './language.tsx';
import { ProblemMessage } from './message.tsx';
import { Skeleton } from './surfaces.tsx';
import { kitMessages } from './words.ts';

/** What a query brought: its data, its problem with a way to try again, or the shape of what is coming. */
export function Loaded<T>({
  query,
  lines,
  errorActions,
  children,
}: {
  query: UseQueryResult<T>;
  lines?: number;
  /** Ways on beside trying again, where the problem can be settled elsewhere. */
  errorActions?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const words = useMessages(kitMessages);
  if (query.isSuccess) return children(query.data);
  if (query.isError)
    return (
      <ProblemMessage
        error={query.error}
        actions={
          <>
            {errorActions}
            <Button kind="second" onClick={() => void query.refetch()}>
              {words.tryAgain}
            </Button>
          </>
        }
      />
    );
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
