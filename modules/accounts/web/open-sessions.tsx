import {
  addressIn,
  api,
  Button,
  Card,
  defineMessages,
  Loaded,
  ProblemMessage,
  Tag,
  useDone,
  useFormat,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountsApi, type OpenSession } from '../contract.ts';

const messages = defineMessages({
  en: {
    title: 'Where you are signed in',
    text: 'A session ends by itself twelve hours after signing in.',
    on: (browser: string, system: string) => `${browser} on ${system}`,
    unknown: 'A browser that does not give its name',
    here: 'Here',
    since: (since: string, seen: string) => `Signed in ${since}, last used ${seen}`,
    end: 'End',
    endOne: (place: string) => `End the session: ${place}`,
    ended: (place: string) => `Signed out: ${place}.`,
    endOthers: 'Sign out everywhere else',
    othersEnded: 'You are signed out everywhere else.',
    ending: 'Signing out',
    signOut: 'Sign out',
  },
  fr: {
    title: 'Où vous êtes connecté',
    text: 'Une session prend fin d’elle-même douze heures après la connexion.',
    on: (browser: string, system: string) => `${browser} sous ${system}`,
    unknown: 'Un navigateur qui ne dit pas son nom',
    here: 'Ici',
    since: (since: string, seen: string) => `Connexion le ${since}, dernière utilisation le ${seen}`,
    end: 'Mettre fin',
    endOne: (place: string) => `Mettre fin à la session\u00a0: ${place}`,
    ended: (place: string) => `Déconnexion faite\u00a0: ${place}.`,
    endOthers: 'Se déconnecter partout ailleurs',
    othersEnded: 'Vous êtes déconnecté partout ailleurs.',
    ending: 'Déconnexion en cours',
    signOut: 'Se déconnecter',
  },
});

export const sessionsKey = ['own-sessions'] as const;

/** Every place where one is signed in; each but this one can be ended from here, and this one as well. */
export function OpenSessions() {
  const words = useMessages(messages);
  const language = useLanguage();
  const { dateTime } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => api.get<readonly OpenSession[]>(accountsApi.sessions, signal),
  });
  const place = ({ browser, system }: OpenSession) =>
    browser && system ? words.on(browser, system) : (browser ?? system ?? words.unknown);
  // Null stands for all others.
  const ending = useMutation({
    mutationFn: (one: OpenSession | null) =>
      api.delete<readonly OpenSession[]>(one === null ? accountsApi.sessions : `${accountsApi.sessions}/${one.id}`),
    onMutate: () => done(null),
    onSuccess: (left, one) => {
      queries.setQueryData(sessionsKey, left);
      done({ text: one === null ? words.othersEnded : words.ended(place(one)) });
    },
  });
  // The whole page is loaded anew, so that nothing that was read stays in memory.
  const signOut = useMutation({
    mutationFn: () => api.post(accountsApi.signOut),
    onSuccess: () => window.location.assign(`${addressIn(language, '/sign-in')}?signedOut=yes`),
  });
  return (
    <Card span={6} title={words.title} stack>
      <p>{words.text}</p>
      {ending.isError ? <ProblemMessage error={ending.error} /> : null}
      <Loaded query={sessions}>
        {(list) => (
          <>
            <ul className="waves">
              {list.map((one) => (
                <li key={one.id}>
                  <span>
                    {place(one)}
                    <br />
                    <small>{words.since(dateTime(one.since), dateTime(one.lastSeen))}</small>
                  </span>
                  {one.isThis ? (
                    <Tag kind="good" icon="good">
                      {words.here}
                    </Tag>
                  ) : (
                    <Button kind="plain" label={words.endOne(place(one))} onClick={() => ending.mutate(one)}>
                      {words.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <div className="actions">
              <Button
                kind="second"
                icon="leave"
                busy={signOut.isPending && words.ending}
                onClick={() => signOut.mutate()}
              >
                {words.signOut}
              </Button>
              {list.length > 1 ? (
                <Button kind="plain" onClick={() => ending.mutate(null)}>
                  {words.endOthers}
                </Button>
              ) : null}
            </div>
          </>
        )}
      </Loaded>
    </Card>
  );
}
