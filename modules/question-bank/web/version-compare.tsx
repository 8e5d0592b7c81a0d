import { Card, SelectField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { ItemVersionFacts } from '../contract.ts';
import { BothWordings } from './both-wordings.tsx';
import { itemMessages } from './item-words.ts';
import { WordDiff } from './word-diff-text.tsx';

/** Two versions of an item against each other, word by word, in both languages. */
export function VersionCompare({ versions }: { versions: readonly ItemVersionFacts[] }) {
  const words = useMessages(itemMessages);
  const numbers = versions.map(({ item }) => String(item.version));
  const [older, setOlder] = useState(numbers[1] ?? numbers[0] ?? '');
  const [newer, setNewer] = useState(numbers[0] ?? '');
  const itemOf = (number: string) => versions.find(({ item }) => String(item.version) === number)?.item;
  const [before, after] = [itemOf(older), itemOf(newer)];
  const options = numbers.map((value) => ({ value, label: value }));
  return (
    <Card title={words.compare} stack>
      <div className="pair">
        <SelectField label={words.older} value={older} options={options} onChange={setOlder} />
        <SelectField label={words.newer} value={newer} options={options} onChange={setNewer} />
      </div>
      {before && after ? (
        <BothWordings
          text={after.wording}
          show={(text, language) => <WordDiff before={before.wording[language]} after={text} />}
        />
      ) : null}
      <p className="small muted">
        {before && after && before.wording.en === after.wording.en && before.wording.fr === after.wording.fr
          ? words.sameText
          : words.legend}
      </p>
    </Card>
  );
}
