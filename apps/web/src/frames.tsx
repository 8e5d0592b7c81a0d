import { type Session, useSession } from '@common-measure/modules/accounts/web';
import {
  DoneProvider,
  LanguageProvider,
  Loaded,
  PageShell,
  SlicesProvider,
  type Station,
  useNavigate,
  usePath,
  useText,
} from '@common-measure/platform/web-kit';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { slices } from './slices.ts';

const stations: readonly Station[] = slices.flatMap((slice) => slice.stations);

export function LanguageFrame() {
  const { language } = useParams({ strict: false }) as { language?: string };
  return (
    <LanguageProvider language={language === 'fr' ? 'fr' : 'en'}>
      <SlicesProvider value={slices}>
        <DoneProvider>
          <Outlet />
        </DoneProvider>
      </SlicesProvider>
    </LanguageProvider>
  );
}

/** Pages for people who are signed in and have an organization open; others are led to the page they need first. */
export function ConsoleFrame() {
  const session = useSession();
  return (
    <Loaded query={session}>
      {(found) =>
        found.account === null ? (
          <Leave to="/sign-in" back />
        ) : found.organization === null ? (
          <Leave to="/begin" />
        ) : (
          <Shell session={found}>
            <Outlet />
          </Shell>
        )
      }
    </Loaded>
  );
}

/** Pages that bring their own frame: sign-in, first run. */
export function EntryFrame() {
  return <Outlet />;
}

/** Pages for everybody: accessibility, privacy, methods. */
export function OpenFrame() {
  const session = useSession();
  return (
    <Shell session={session.data ?? null}>
      <Outlet />
    </Shell>
  );
}

function Shell({ session, children }: { session: Session | null; children: ReactNode }) {
  const read = useText();
  const organization = session?.organization ?? null;
  return (
    <PageShell
      stations={organization ? stations : []}
      organization={organization ? { name: read(organization.name), isSynthetic: organization.synthetic } : null}
      person={session?.account ?? null}
    >
      {children}
    </PageShell>
  );
}

/** Leads elsewhere; `back` brings the reader here again after signing in. */
function Leave({ to, back = false }: { to: string; back?: boolean }) {
  const navigate = useNavigate();
  const path = usePath();
  const { searchStr } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the address changes before the next page has its code
  useEffect(() => {
    navigate(to, { replace: true, search: back && path !== '/' ? { next: path + searchStr } : {} });
  }, []);
  return null;
}
