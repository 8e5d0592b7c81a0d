import {
  api,
  Button,
  Card,
  DataTable,
  Loaded,
  ProblemMessage,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ContactRequest, collectionApi } from '../contract.ts';
import { contactMessages } from './contact-words.ts';

/** Who asked to be contacted after a survey: read only when somebody wants to see it, as reading it is recorded. */
export function ContactCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(contactMessages);
  const [isShown, setShown] = useState(false);
  if (!isShown)
    return (
      <div className="actions">
        <Button kind="second" onClick={() => setShown(true)}>
          {words.show}
        </Button>
      </div>
    );
  return <Requests surveyId={surveyId} />;
}

function Requests({ surveyId }: { surveyId: string }) {
  const words = useMessages(contactMessages);
  const { date } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const key = ['contact-requests', surveyId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.get<readonly ContactRequest[]>(collectionApi.contacts.replace(':id', surveyId)),
  });
  const erase = useMutation({
    mutationFn: (requestId: string) =>
      api.delete<void>(collectionApi.contact.replace(':id', surveyId).replace(':requestId', requestId)),
    onSuccess: async () => {
      done({ text: words.erased });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Loaded query={query}>
      {(requests) => (
        <Card span={12} title={requests.length === 0 ? words.none : words.title(requests.length)} stack>
          <p className="muted">{words.more}</p>
          {erase.isError ? <ProblemMessage error={erase.error} /> : null}
          {requests.length === 0 ? null : (
            <DataTable
              caption={words.title(requests.length)}
              rows={requests}
              rowKey={(row) => row.id}
              columns={[
                { key: 'reach', header: words.reach, cell: (row) => row.reach },
                { key: 'name', header: words.name, cell: (row) => row.name },
                { key: 'about', header: words.about, cell: (row) => row.about },
                { key: 'language', header: words.language, cell: (row) => row.language.toUpperCase() },
                { key: 'day', header: words.day, cell: (row) => date(row.askedOn) },
                { key: 'until', header: words.until, cell: (row) => date(row.eraseOn) },
                {
                  key: 'erase',
                  header: words.erase,
                  cell: (row) => (
                    <Button kind="plain" onClick={() => erase.mutate(row.id)}>
                      {words.erase}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}
