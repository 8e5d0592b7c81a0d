import {
  api,
  Button,
  Card,
  CheckField,
  CopyButton,
  DataTable,
  Empty,
  Grid,
  Loaded,
  Message,
  Page,
  ProblemMessage,
  Tag,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Delivery, type MadeWebhook, type Webhook, webhookEvents, webhooksApi } from '../../webhooks/contract.ts';
import { webhookMessages } from './webhook-words.ts';

const addressOf = (path: string, id: string, deliveryId = '') =>
  path.replace(':id', id).replace(':deliveryId', deliveryId);
const key = ['webhooks'];

/** Which systems outside are told of rounds and answers, and what became of every message. */
export function WebhooksPage() {
  const words = useMessages(webhookMessages);
  const webhooks = useQuery({ queryKey: key, queryFn: () => api.get<readonly Webhook[]>(webhooksApi.webhooks) });
  return (
    <Page title={words.title}>
      <div className="stack">
        <p>{words.more}</p>
        <Grid>
          <Loaded query={webhooks}>
            {(all) =>
              all.length === 0 ? (
                <div className="g7">
                  <Empty title={words.none}>{words.noneMore}</Empty>
                </div>
              ) : (
                all.map((webhook) => <WebhookCard key={webhook.id} webhook={webhook} />)
              )
            }
          </Loaded>
          <NewWebhook />
        </Grid>
      </div>
    </Page>
  );
}

function NewWebhook() {
  const words = useMessages(webhookMessages);
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [events, setEvents] = useState<readonly string[]>(webhookEvents);
  const add = useMutation({
    mutationFn: () => api.post<MadeWebhook>(webhooksApi.webhooks, { address, events }),
    onSuccess: async () => {
      setAddress('');
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Card span={5} title={words.add} stack>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        {add.isError ? <ProblemMessage error={add.error} /> : null}
        {add.data ? <Secret secret={add.data.secret} /> : null}
        <TextField label={words.address} type="url" value={address} onChange={setAddress} />
        <fieldset>
          <legend>{words.events}</legend>
          {webhookEvents.map((name) => (
            <CheckField
              key={name}
              label={words.names[name]}
              checked={events.includes(name)}
              onChange={(isOn) => setEvents(isOn ? [...events, name] : events.filter((one) => one !== name))}
            />
          ))}
        </fieldset>
        <div className="actions">
          <Button type="submit" busy={add.isPending && words.adding}>
            {words.add}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Secret({ secret }: { secret: string }) {
  const words = useMessages(webhookMessages);
  return (
    <Message actions={<CopyButton text={secret} />}>
      {words.secret} <code className="breakable">{secret}</code>
    </Message>
  );
}

function WebhookCard({ webhook }: { webhook: Webhook }) {
  const words = useMessages(webhookMessages);
  const { dateTime } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const { id, address, state, events, earlierUntil } = webhook;
  const turn = useMutation({
    mutationFn: () => api.patch(addressOf(webhooksApi.webhook, id), { state: state === 'on' ? 'off' : 'on' }),
    onSuccess: refresh,
  });
  const rotate = useMutation({
    mutationFn: () => api.post<MadeWebhook>(addressOf(webhooksApi.secret, id)),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: () => api.delete<void>(addressOf(webhooksApi.webhook, id)),
    onSuccess: async () => {
      done({ text: words.removed });
      await refresh();
    },
  });
  const failed = turn.error ?? rotate.error ?? remove.error;
  return (
    <Card span={7} title={<span className="breakable">{address}</span>} stack>
      <p>
        <Tag kind={state === 'on' ? 'good' : 'plain'}>{words.states[state]}</Tag>{' '}
        <span className="small muted">{events.map((name) => words.names[name]).join(' · ')}</span>
      </p>
      {failed ? <ProblemMessage error={failed} /> : null}
      {rotate.data ? <Secret secret={rotate.data.secret} /> : null}
      {earlierUntil && Date.parse(earlierUntil) > Date.now() ? (
        <p className="small muted">{words.rotateUntil(dateTime(earlierUntil))}</p>
      ) : null}
      <div className="actions">
        <Button kind="second" onClick={() => turn.mutate()}>
          {state === 'on' ? words.turnOff : words.turnOn}
        </Button>
        <Button kind="second" onClick={() => rotate.mutate()}>
          {words.rotate}
        </Button>
        <Button kind="plain" onClick={() => remove.mutate()}>
          {words.remove}
        </Button>
      </div>
      <Deliveries id={id} />
    </Card>
  );
}

function Deliveries({ id }: { id: string }) {
  const words = useMessages(webhookMessages);
  const { dateTime, number } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...key, id],
    queryFn: () => api.get<readonly Delivery[]>(addressOf(webhooksApi.deliveries, id)),
    refetchInterval: 5000,
  });
  const again = useMutation({
    mutationFn: (delivery: Delivery) => api.post<void>(addressOf(webhooksApi.redeliver, id, delivery.id)),
    onSuccess: (_nothing, delivery) => {
      done({ text: words.sentAgain(nameOf(delivery.event)) });
      return queries.invalidateQueries({ queryKey: [...key, id] });
    },
  });
  const said = (outcome: string | null): string => {
    const known = Object.entries(words.outcomes).find(([code]) => code === outcome);
    return known ? known[1] : (outcome ?? '–');
  };
  const nameOf = (event: string): string => Object.entries(words.names).find(([code]) => code === event)?.[1] ?? event;
  return (
    <Loaded query={query}>
      {(all) =>
        all.length === 0 ? (
          <p className="small muted">{words.noDeliveries}</p>
        ) : (
          <DataTable
            caption={words.deliveries}
            stacks
            rows={all}
            rowKey={(row) => row.id}
            columns={[
              { key: 'event', header: words.event, cell: (row) => nameOf(row.event) },
              { key: 'at', header: words.at, cell: (row) => dateTime(row.createdAt) },
              { key: 'state', header: words.state, cell: (row) => words.deliveryStates[row.state] },
              { key: 'outcome', header: words.outcome, cell: (row) => said(row.outcome) },
              { key: 'attempts', header: words.attempts, numeric: true, cell: (row) => number(row.attempts) },
              {
                key: 'again',
                header: words.act,
                cell: (row) =>
                  row.state === 'waiting' ? null : (
                    <Button
                      kind="plain"
                      label={words.againWhich(nameOf(row.event), dateTime(row.createdAt))}
                      onClick={() => again.mutate(row)}
                    >
                      {words.again}
                    </Button>
                  ),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}
