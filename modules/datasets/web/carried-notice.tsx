import type { Codebook } from '@common-measure/dataset';
import { api, Button, Message, ProblemMessage, useMessages } from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { datasetsApi, type ImportDetail } from '../contract.ts';
import { carriedMessages } from './carried-words.ts';
import { addressOf, importKey, useDatasets } from './dataset-queries.ts';

/** The words that an earlier codebook lent as they stand, to be confirmed or written anew: they may speak of the earlier wave. */
export function CarriedNotice({
  detail,
  codebook,
  onChange,
}: {
  detail: ImportDetail;
  codebook: Codebook;
  /** Leads to the fields; left out where they stand below. */
  onChange?: () => void;
}) {
  const words = useMessages(carriedMessages);
  const queries = useQueryClient();
  const from = useDatasets().data?.find((one) => one.id === detail.basedOn)?.wave?.label ?? null;
  const confirm = useMutation({
    mutationFn: () =>
      api.post<ImportDetail>(addressOf(datasetsApi.importCarried, detail.id), { carried: detail.carried }),
    onSuccess: (reply) => queries.setQueryData(importKey(detail.id), reply),
  });
  if (detail.carried.length === 0) return null;
  return (
    <Message
      kind="caution"
      title={words.title(detail.carried, from)}
      actions={
        <>
          <Button
            kind="second"
            icon="good"
            busy={confirm.isPending && words.confirming}
            onClick={() => confirm.mutate()}
          >
            {words.right}
          </Button>
          {onChange ? (
            <Button kind="plain" onClick={onChange}>
              {words.change}
            </Button>
          ) : null}
        </>
      }
    >
      <dl className="kv">
        {detail.carried.map((text) => (
          <div className="kv-row" key={text}>
            <dt>{words.of[text]}</dt>
            <dd>
              <span lang="en">{codebook[text]?.en}</span>
              {codebook[text]?.fr !== codebook[text]?.en ? (
                <>
                  {' / '}
                  <span lang="fr">{codebook[text]?.fr}</span>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">{words.text}</p>
      {confirm.isError ? <ProblemMessage error={confirm.error} /> : null}
    </Message>
  );
}
