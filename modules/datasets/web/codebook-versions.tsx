import {
  api,
  Button,
  Card,
  DownloadLink,
  Loaded,
  ProblemMessage,
  useFormat,
  useMessages,
  useNavigate,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { type CodebookVersion, type DatasetDetail, datasetsApi } from '../contract.ts';
import { addressOf, useHistory } from './dataset-queries.ts';
import { datasetMessages } from './dataset-words.ts';
import { importMessages } from './import-words.ts';

/** Opens the choices of a saved dataset again, and goes to them. */
export function ReviseButton({ dataset }: { dataset: DatasetDetail }) {
  const words = useMessages(datasetMessages);
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => api.post<{ readonly importId: string }>(addressOf(datasetsApi.revision, dataset.id)),
    onSuccess: ({ importId }) => navigate(`/datasets/imports/${importId}`),
  });
  return (
    <>
      {open.isError ? <ProblemMessage error={open.error} /> : null}
      <Button kind="second" busy={open.isPending && words.opening} onClick={() => open.mutate()}>
        {dataset.undecided > 0 ? words.decide : words.revise}
      </Button>
    </>
  );
}

/** The versions of the codebook, the present one first, each with what it changed; nothing while there is only one. */
export function CodebookVersions({ dataset }: { dataset: DatasetDetail }) {
  const words = useMessages(datasetMessages);
  const history = useHistory(dataset.id, dataset.version);
  if (dataset.version === 1) return null;
  return (
    <Card title={words.versions} stack>
      <p className="small">{words.versionsText}</p>
      <Loaded query={history}>
        {(versions) => (
          <ul className="rows">
            {versions.map((version) => (
              <VersionLine key={version.version} dataset={dataset} version={version} />
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

/** Most columns named; the rest are counted. */
const named = 12;

function VersionLine({
  dataset,
  version: { version, savedAt, columns, parts },
}: {
  dataset: DatasetDetail;
  version: CodebookVersion;
}) {
  const words = useMessages(datasetMessages);
  const shared = useMessages(importMessages);
  const { dateTime, list } = useFormat();
  const address = `${addressOf(datasetsApi.codebook, dataset.id)}?version=${version}`;
  const rest = columns.length - named;
  return (
    <li>
      <div>
        <h3>{version === dataset.version ? words.presentVersion(version) : words.version(version)}</h3>
        <p className="small muted">{dateTime(savedAt)}</p>
        {version === 1 ? <p className="small">{words.firstVersion}</p> : null}
        {parts.length > 0 ? (
          <p className="small">{words.partsChanged(list(parts.map((part) => shared.parts[part])))}</p>
        ) : null}
        {columns.length > 0 ? (
          <p className="small">
            {words.columnsChanged(columns.length)}{' '}
            {columns.slice(0, named).map((column) => (
              <span key={column}>
                <code className="breakable">{column}</code>{' '}
              </span>
            ))}
            {rest > 0 ? `+ ${rest}` : null}
          </p>
        ) : null}
      </div>
      <DownloadLink href={address} fileName={`codebook-${version}.json`}>
        {words.downloadVersion(version)}
      </DownloadLink>
    </li>
  );
}
