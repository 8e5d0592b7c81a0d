import {
  api,
  Button,
  Card,
  CopyButton,
  Loaded,
  Message,
  ProblemMessage,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Kiosk, type MadeKiosk, waysInApi } from '../../ways-in/contract.ts';
import { useRefreshed, useWay, wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** The tablets and stands of a survey: each has a key of its own that can be revoked. */
export function KioskCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(waysMessages).kiosk;
  const { number } = useFormat();
  const done = useDone();
  const [name, setName] = useState('');
  const [idleSeconds, setIdleSeconds] = useState('60');
  const devices = useWay<readonly Kiosk[]>(waysInApi.kiosks, surveyId);
  const refresh = useRefreshed(waysInApi.kiosks, surveyId);
  const add = useMutation({
    mutationFn: () =>
      api.post<MadeKiosk>(wayAddress(waysInApi.kiosks, surveyId), { name, idleSeconds: Number(idleSeconds) }),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (deviceId: string) => api.delete<void>(wayAddress(waysInApi.kiosk, surveyId, { deviceId })),
    onSuccess: async () => {
      done({ text: words.revoked });
      await refresh();
    },
  });
  const failed = add.error ?? revoke.error;
  return (
    <Card span={6} title={words.title} stack>
      <p>{words.more}</p>
      {failed ? <ProblemMessage error={failed} /> : null}
      {add.data ? (
        <Message actions={<CopyButton text={add.data.address} />}>
          {words.once} <span className="breakable">{add.data.address}</span>
        </Message>
      ) : null}
      <Loaded query={devices}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <ul className="plain-list">
              {all.map((device) => (
                <li key={device.id}>
                  {device.name} <span className="small muted">{words.seconds(number(device.idleSeconds))}</span>{' '}
                  <Button
                    kind="plain"
                    label={`${words.revoke} ${device.name}`}
                    onClick={() => revoke.mutate(device.id)}
                  >
                    {words.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextField label={words.name} value={name} onChange={setName} />
        <TextField label={words.idle} value={idleSeconds} onChange={setIdleSeconds} inputMode="numeric" />
        <div className="actions">
          <Button type="submit" kind="second" busy={add.isPending && words.adding}>
            {words.add}
          </Button>
        </div>
      </form>
    </Card>
  );
}
