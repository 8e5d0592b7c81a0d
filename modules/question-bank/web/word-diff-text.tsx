import { wordDiff } from '../word-diff.ts';

/** What differs between two texts: struck through what is gone, underlined what is new. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map((run, at) => {
    const key = `${at} ${run.kind}`;
    if (run.kind === 'gone') return <del key={key}>{run.text}</del>;
    if (run.kind === 'new') return <ins key={key}>{run.text}</ins>;
    return <span key={key}>{run.text}</span>;
  });
}
