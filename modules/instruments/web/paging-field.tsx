import { pagesOf, type Section } from '@common-measure/instrument';
import { RadioCards, useMessages } from '@common-measure/platform/web-kit';
import { pagingMessages } from './paging-words.ts';

/** Whether people see the questions of a part together or one at a time. */
export function PagingField({
  section,
  onChange,
}: {
  section: Section;
  onChange: (paging: Section['paging']) => void;
}) {
  const words = useMessages(pagingMessages);
  const pages = pagesOf([{ ...section, paging: 'each' }]).length;
  return (
    <RadioCards
      label={words.pages}
      value={section.paging ?? 'whole'}
      options={[
        { value: 'whole', label: words.whole, hint: words.wholeMore },
        { value: 'each', label: words.each, hint: words.eachMore(pages) },
      ]}
      onChange={(value) => onChange(value === 'each' ? 'each' : undefined)}
    />
  );
}
