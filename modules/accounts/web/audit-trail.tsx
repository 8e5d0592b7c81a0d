import { api, Card, DataTable, Icon, Loaded, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AuditEvent, accountsApi } from '../contract.ts';
import { peopleMessages } from './people-words.ts';

/** Who did what in the organization; read only when it is opened. */
export function AuditTrail() {
  const words = useMessages(peopleMessages);
  const { dateTime } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const events = useQuery({
    queryKey: ['audit'],
    queryFn: ({ signal }) => api.get<readonly AuditEvent[]>(accountsApi.audit, signal),
    enabled: isOpen,
  });
  return (
    <Card title={words.trail}>
      <p className="muted">{words.trailSub}</p>
      <details className="disc" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="chevron" className="chev" />
          {words.trailShow}
        </summary>
        {isOpen ? (
          <Loaded query={events}>
            {(list) => (
              <DataTable
                caption={words.trail}
                captionHidden
                rows={list}
                rowKey={(event) => event.id}
                columns={[
                  { key: 'at', header: words.when, cell: (event) => dateTime(event.at) },
                  { key: 'by', header: words.who, cell: (event) => event.by ?? words.nobody },
                  { key: 'name', header: words.what, cell: (event) => <code>{event.name}</code> },
                  { key: 'entity', header: words.about, cell: (event) => <code>{event.entity}</code> },
                ]}
              />
            )}
          </Loaded>
        ) : null}
      </details>
    </Card>
  );
}
