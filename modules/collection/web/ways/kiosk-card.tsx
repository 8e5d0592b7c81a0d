import {
  api,
  Button,
  Card,
  CopyButton,
  DataTable,
  Field,
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
import { type Kiosk, type KioskFileReport, type MadeKiosk, waysInApi } from '../../ways-in/contract.ts';
import { kioskMessages } from './kiosk-words.ts';
import { useRefreshed, useWay, wayAddress } from './ways-queries.ts';

/** The tablets and stands of a survey: each has a key of its own that can be revoked. */
export function KioskCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(kioskMessages);
  const { number, dateTime } = useFormat();
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
    <Card span={12} title={words.title} stack>
      <p>{words.more}</p>
      {failed ? <ProblemMessage error={failed} /> : null}
      {add.data ? (
        <Message actions={<CopyButton text={add.data.address} />}>
          {words.once} <span className="breakable">{add.data.address}</span>
          <br />
          {words.staffCode(add.data.staffCode.replace(/(...)/, '$1 '))}
        </Message>
      ) : null}
      <Loaded query={devices}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <DataTable
              caption={words.title}
              captionHidden
              rows={all}
              rowKey={(device) => device.id}
              columns={[
                { key: 'name', header: words.device, cell: ({ name: named }) => named },
                { key: 'idle', header: words.idleColumn, cell: (device) => words.seconds(number(device.idleSeconds)) },
                {
                  key: 'seen',
                  header: words.seen,
                  cell: ({ seenAt }) => (seenAt === null ? words.never : dateTime(seenAt)),
                },
                {
                  key: 'waiting',
                  header: words.waiting,
                  cell: ({ waiting, notTaken }) =>
                    [number(waiting), notTaken > 0 ? words.notTaken(number(notTaken)) : ''].filter(Boolean).join(' · '),
                },
                {
                  key: 'act',
                  header: words.act,
                  cell: (device) => (
                    <Button
                      kind="plain"
                      label={`${words.revoke} ${device.name}`}
                      onClick={() => revoke.mutate(device.id)}
                    >
                      {words.revoke}
                    </Button>
                  ),
                },
              ]}
            />
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
      <KioskFile surveyId={surveyId} onTaken={refresh} />
    </Card>
  );
}

/** Takes in what waited on a device, from the file that its staff saved. */
function KioskFile({ surveyId, onTaken }: { surveyId: string; onTaken: () => Promise<void> }) {
  const words = useMessages(kioskMessages);
  const { number } = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const take = useMutation({
    mutationFn: async () =>
      api.post<KioskFileReport>(wayAddress(waysInApi.kioskFiles, surveyId), { content: file ? await file.text() : '' }),
    onSuccess: onTaken,
  });
  return (
    <div className="stack">
      <Field label={words.file} hint={words.fileHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              take.reset();
            }}
          />
        )}
      </Field>
      <div className="actions">
        <Button kind="second" busy={take.isPending && words.taking} onClick={() => file && take.mutate()}>
          {words.take}
        </Button>
      </div>
      {take.isError ? <ProblemMessage error={take.error} /> : null}
      {take.data ? (
        <Message>{words.taken(number(take.data.recorded), number(take.data.known), number(take.data.leftOut))}</Message>
      ) : null}
    </div>
  );
}
