import type { CodebookProblem } from '@common-measure/dataset';
import { Disclosure, Message, useMessages, useText } from '@common-measure/platform/web-kit';
import { importMessages } from './import-words.ts';

/** What must be settled before saving, and what one should know; each with its place and its remedy. */
export function FindingList({ findings }: { findings: readonly CodebookProblem[] }) {
  const words = useMessages(importMessages);
  const faults = onePerColumn(findings.filter((finding) => finding.severity === 'fault'));
  const notices = findings.filter((finding) => finding.severity === 'notice');
  return (
    <>
      {faults.length > 0 ? (
        <Message kind="bad" title={words.findings.faults(faults.length)} live="status">
          <FindingLines findings={faults} />
        </Message>
      ) : null}
      {notices.length > 0 ? (
        <Disclosure summary={words.findings.notices(notices.length)}>
          <FindingLines findings={notices} />
        </Disclosure>
      ) : null}
    </>
  );
}

/** The first finding of each kind in each column: it names how many more there are. */
export function onePerColumn(findings: readonly CodebookProblem[]): readonly CodebookProblem[] {
  const first = new Map<string, CodebookProblem>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.details.column ?? finding.title.en}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

export function FindingLines({ findings }: { findings: readonly CodebookProblem[] }) {
  const read = useText();
  return (
    <ul className="stack-2 small">
      {findings.map((finding) => (
        <li key={finding.title.en}>
          <strong>{read(finding.title)}</strong> {read(finding.remedy)}
        </li>
      ))}
    </ul>
  );
}
