import '@common-measure/platform/web-kit/styles';
import { ProblemError } from '@common-measure/kernel';
import { sessionKey } from '@common-measure/modules/accounts/web';
import { applyTheme, keptTheme } from '@common-measure/platform/web-kit';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { consoleRouter } from './router.tsx';

applyTheme(keptTheme());

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => askAgainWhoIsThere(error) }),
  mutationCache: new MutationCache({ onError: (error) => askAgainWhoIsThere(error) }),
  defaultOptions: { queries: { retry: false, staleTime: 10_000 } },
});

/** A session that ended is noticed at the next call: the page then leads to sign-in, and back here afterwards. */
function askAgainWhoIsThere(error: unknown): void {
  if (error instanceof ProblemError && error.problem.code === 'sign-in-needed')
    void queries.invalidateQueries({ queryKey: sessionKey });
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element named root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={consoleRouter} />
    </QueryClientProvider>
  </StrictMode>,
);
