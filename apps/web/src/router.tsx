import type { SlicePage } from '@common-measure/platform/web-kit';
import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { createElement, type FunctionComponent } from 'react';
import { ConsoleFrame, EntryFrame, LanguageFrame, OpenFrame } from './frames.tsx';
import { NotFoundPage, PageFault } from './not-found-page.tsx';
import { preferredLanguage } from './preferred-language.ts';
import { slices } from './slices.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: `/${preferredLanguage()}`, replace: true });
  },
});

const language = createRoute({
  getParentRoute: () => root,
  path: '$language',
  component: LanguageFrame,
  notFoundComponent: NotFoundPage,
  beforeLoad: ({ params, location }) => {
    if (params.language !== 'en' && params.language !== 'fr')
      throw redirect({ href: `/${preferredLanguage()}${location.href}`, replace: true });
  },
});

const frames: Readonly<Record<NonNullable<SlicePage['frame']>, FunctionComponent>> = {
  console: ConsoleFrame,
  entry: EntryFrame,
  open: OpenFrame,
};

const framed = (['console', 'entry', 'open'] as const).map((frame) => {
  const layout = createRoute({ getParentRoute: () => language, id: frame, component: frames[frame] });
  const pages = slices.flatMap((slice) => slice.pages).filter((page) => (page.frame ?? 'console') === frame);
  return layout.addChildren(
    pages.map((page) => createRoute({ getParentRoute: () => layout, path: page.path, component: page.component })),
  );
});

export const consoleRouter = createRouter({
  routeTree: root.addChildren([start, language.addChildren(framed)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => createElement(PageFault, { error, reset }),
  defaultNotFoundComponent: NotFoundPage,
  // Plain text on both sides of the equals sign: no value is read as a number or as JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search: Record<string, unknown>) => {
    const kept = Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    const text = new URLSearchParams(kept).toString();
    return text ? `?${text}` : '';
  },
});
