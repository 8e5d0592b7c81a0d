import type { UiLanguage } from '@common-measure/kernel';
import {
  Link as RouterLink,
  useLocation as useRouterLocation,
  useNavigate as useRouterNavigate,
  useParams as useRouterParams,
  useSearch as useRouterSearch,
} from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { useLanguage } from './language.tsx';

export type Search = Readonly<Record<string, string | undefined>>;

export interface LinkProps {
  /** Address without its language: `/datasets/123`, `/methods#score`. */
  readonly to: string;
  readonly search?: Search | undefined;
  /** Part of the page to go to, without `#`. */
  readonly hash?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-current'?: 'page' | 'true' | undefined;
}

/** A link inside the console; it keeps the reader's language. */
export function Link({ to: address, search, hash: part, className, children, ...aria }: LinkProps) {
  const language = useLanguage();
  const [to = '/', hash = part] = address.split('#');
  return (
    <RouterLink
      to={addressIn(language, to)}
      search={{ ...search }}
      {...(hash === undefined ? {} : { hash })}
      className={className ?? ''}
      activeOptions={{ exact: true, includeSearch: search !== undefined }}
      {...aria}
    >
      {children}
    </RouterLink>
  );
}

/** The address of a page in a language: `/fr/datasets/123`. */
export function addressIn(language: UiLanguage, path: string): string {
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** The address of the page without its language. */
export function usePath(): string {
  const { pathname } = useRouterLocation();
  return pathname.replace(/^\/(en|fr)(?=\/|$)/, '').replace(/\/$/, '') || '/';
}

export function useNavigate(): (
  to: string,
  options?: { search?: Search; replace?: boolean; keepScroll?: boolean },
) => void {
  const language = useLanguage();
  const navigate = useRouterNavigate();
  // The same function from one drawing of the page to the next: an effect that leads on must lead on once.
  return useCallback(
    (to, options = {}) => {
      void navigate({
        to: addressIn(language, to),
        search: { ...options.search },
        replace: options.replace ?? false,
        resetScroll: !options.keepScroll,
      });
    },
    [language, navigate],
  );
}

/** The named parts of the page's address: `$datasetId` of `/datasets/$datasetId`. Throws where the route has no such part. */
export function useParam(name: string): string {
  const value: unknown = useRouterParams({ strict: false })[name as never];
  if (typeof value !== 'string') throw new Error(`this page's address has no part named ${name}`);
  return value;
}

/** What stands behind the question mark of the address, and a way to change parts of it; undefined removes a part. */
export function useSearch(): [Search, (change: Search, options?: { replace?: boolean }) => void] {
  const search: Search = useRouterSearch({ strict: false });
  const path = usePath();
  const navigate = useNavigate();
  return [
    search,
    (change, options) => navigate(path, { search: { ...search, ...change }, keepScroll: true, ...options }),
  ];
}
