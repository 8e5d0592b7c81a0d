import { Link as RouterLink, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { UndoBar } from './done.tsx';
import { Icon, Mark } from './icons.tsx';
import { otherLanguage, useLanguage, useMessages, useText } from './language.tsx';
import { addressIn, Link, usePath } from './link.tsx';
import { type Station, type StationNotice, useSlices } from './slice.ts';
import { kitMessages } from './words.ts';

export interface PageShellProps {
  readonly stations: readonly Station[];
  /** The organization that is open; null before one is. */
  readonly organization: { readonly name: string; readonly isSynthetic: boolean } | null;
  /** Who is signed in; null where nobody is. */
  readonly person: { readonly name: string } | null;
  readonly children: ReactNode;
}

/** Top bar, ruler, content, footer. */
export function PageShell({ stations, organization, person, children }: PageShellProps) {
  const words = useMessages(kitMessages);
  return (
    <>
      <SkipLink />
      <header className="top">
        <Brand />
        {organization ? (
          <span className="org">
            {organization.name} {organization.isSynthetic ? <span className="synthetic">{words.synthetic}</span> : null}
          </span>
        ) : null}
        <div className="end">
          <LanguageSwitch />
          {person ? (
            <Link to="/account" aria-label={words.accountOf(initialsOf(person.name), person.name)}>
              <span className="avatar">{initialsOf(person.name)}</span>
            </Link>
          ) : null}
        </div>
      </header>
      <div className={stations.length > 0 ? 'app' : 'app no-rail'}>
        {stations.length > 0 ? <Rail stations={stations} /> : null}
        <main id="main" tabIndex={-1}>
          <UndoBar />
          {children}
        </main>
      </div>
      <Footer />
    </>
  );
}

export function SkipLink() {
  const words = useMessages(kitMessages);
  return (
    <a className="skip" href="#main">
      {words.skip}
    </a>
  );
}

export function Brand() {
  const words = useMessages(kitMessages);
  return (
    <Link to="/" className="brand">
      <Mark />
      <span>{words.product}</span>
    </Link>
  );
}

/** The same page in the other language: what was entered and the place on the page are kept. */
export function LanguageSwitch({ className = '' }: { className?: string }) {
  const language = otherLanguage(useLanguage());
  const path = usePath();
  const { search, hash } = useLocation();
  return (
    <RouterLink
      to={addressIn(language, path)}
      search={search}
      hash={hash}
      resetScroll={false}
      className={className}
      lang={language}
      hrefLang={language}
      onClick={() => localStorage.setItem('language', language)}
    >
      {language === 'fr' ? 'Français' : 'English'}
    </RouterLink>
  );
}

function Rail({ stations }: { stations: readonly Station[] }) {
  const words = useMessages(kitMessages);
  const menu = useRef<HTMLDetailsElement>(null);
  const notices = useStationNotices();
  const path = usePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of narrow pages closes when the page changes
  useEffect(() => {
    menu.current?.removeAttribute('open');
  }, [path]);
  return (
    <div className="rail">
      <details ref={menu}>
        <summary>
          <Icon name="menu" />
          {words.menu}
          {notices.map((notice) => (
            <NoticeCount key={notice.text} notice={notice} />
          ))}
        </summary>
        <nav aria-label={words.main}>
          <StationList stations={stations.filter((station) => !station.minor)} />
          <StationList stations={stations.filter((station) => station.minor)} minor />
        </nav>
      </details>
    </div>
  );
}

function StationList({ stations, minor = false }: { stations: readonly Station[]; minor?: boolean }) {
  const read = useText();
  const path = usePath();
  const notices = useStationNotices();
  if (stations.length === 0) return null;
  return (
    <ul className={minor ? 'minor' : 'ruler'}>
      {stations.map((station) => (
        <li key={station.path}>
          <Link
            to={station.path}
            aria-current={isAt(station, path) ? (station.path === path ? 'page' : 'true') : undefined}
          >
            {read(station.label)}
            {notices
              .filter(({ path: at }) => at === station.path)
              .map((notice) => (
                <NoticeCount key={notice.text} notice={notice} />
              ))}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What waits at the stations, of all slices. */
function useStationNotices(): readonly StationNotice[] {
  // biome-ignore lint/correctness/useHookAtTopLevel: the slices of the console never change, nor their order
  const told = useSlices().map((slice) => slice.useStationNotices?.() ?? []);
  return told.flat().filter(({ count }) => count > 0);
}

function NoticeCount({ notice }: { notice: StationNotice }) {
  return (
    <span className="notice-count">
      <span aria-hidden="true">{notice.count}</span>
      <span className="vh"> ({notice.text})</span>
    </span>
  );
}

function isAt(station: Station, path: string): boolean {
  if (station.path === '/') return path === '/';
  return [station.path, ...(station.also ?? [])].some((start) => path === start || path.startsWith(`${start}/`));
}

export function Footer() {
  const words = useMessages(kitMessages);
  return (
    <footer className="foot">
      <span>{words.footer}</span>
      <Link to="/accessibility">{words.accessibility}</Link>
      <Link to="/privacy">{words.privacy}</Link>
      <Link to="/methods">{words.methods}</Link>
    </footer>
  );
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters.map((part) => part?.[0]?.toLocaleUpperCase('fr-CA') ?? '').join('');
}
