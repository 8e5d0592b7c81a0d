import { sectionOf } from '@common-measure/instrument';
import { useSession } from '@common-measure/modules/accounts/web';
import { Loaded, useDocumentTitle, useMessages, useParam, useSearch, useText } from '@common-measure/platform/web-kit';
import { useEffect } from 'react';
import { useInstrument } from './draft.ts';
import { Preview } from './preview.tsx';
import { previewMessages } from './preview-words.ts';

const nobody = { en: '', fr: '' };

/** The preview in a window of its own: what was saved last, read again whenever the window comes to the front. */
export function PreviewPage() {
  const words = useMessages(previewMessages);
  const read = useText();
  const id = useParam('instrumentId');
  const [search] = useSearch();
  const draft = useInstrument(id);
  const organization = useSession().data?.organization?.name ?? nobody;
  useDocumentTitle(words.fullWindowTitle(draft.data ? read(draft.data.instrument.title) : words.loading));
  const { refetch } = draft;
  useEffect(() => {
    const again = () => void refetch();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [refetch]);
  const question = search.question ?? null;
  return (
    <main className="preview-page">
      <Loaded query={draft}>
        {({ instrument }) => (
          <Preview
            instrument={instrument}
            instrumentId={id}
            part={question === null ? null : (sectionOf(instrument, question)?.code ?? null)}
            question={question}
            organization={organization}
            startLanguage={search.lang}
            isWhole
          />
        )}
      </Loaded>
    </main>
  );
}
