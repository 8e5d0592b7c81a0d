import {
  api,
  Button,
  Card,
  CheckField,
  CopyButton,
  Loaded,
  Message,
  ProblemMessage,
  TextField,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type OnceStanding, waysInApi } from '../../ways-in/contract.ts';
import { download, useRefreshed, useWay, wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** Links that count once: made in a number, handed out as a file, and told never again. */
export function OnceCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(waysMessages).once;
  const { number } = useFormat();
  const [count, setCount] = useState('100');
  const standing = useWay<OnceStanding>(waysInApi.once, surveyId);
  const refresh = useRefreshed(waysInApi.once, surveyId);
  const address = wayAddress(waysInApi.once, surveyId);
  const make = useMutation({
    mutationFn: () => api.post<{ links: string[] }>(address, { count: Number(count) }),
    onSuccess: refresh,
  });
  const rule = useMutation({
    mutationFn: (onlyWay: boolean) => api.patch<OnceStanding>(address, { onlyWay }),
    onSuccess: refresh,
  });
  const links = make.data?.links;
  const failed = make.error ?? rule.error;
  return (
    <Card span={12} title={words.title} stack>
      <p>{words.more}</p>
      {failed ? <ProblemMessage error={failed} /> : null}
      {links ? (
        <Message
          actions={
            <>
              <Button onClick={() => download('links.csv', `link\r\n${links.join('\r\n')}\r\n`, 'text/csv')}>
                {words.download}
              </Button>
              <CopyButton text={links.join('\n')}>{words.copy}</CopyButton>
            </>
          }
        >
          {words.ready(number(links.length))}
        </Message>
      ) : null}
      <TextField label={words.count} value={count} onChange={setCount} inputMode="numeric" />
      <div className="actions">
        <Button kind="second" busy={make.isPending && words.making} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      </div>
      <Loaded query={standing}>
        {({ issued, used, onlyWay }) =>
          issued === 0 ? null : (
            <>
              <p className="small muted">
                {[words.issued(number(issued)), used > 0 && words.used(number(used))].filter(Boolean).join(' · ')}
              </p>
              <CheckField
                label={words.onlyWay}
                hint={words.onlyWayHint}
                checked={rule.isPending ? rule.variables : onlyWay}
                onChange={(checked) => rule.mutate(checked)}
              />
            </>
          )
        }
      </Loaded>
      <p className="small muted">{words.noReminder}</p>
    </Card>
  );
}
