import type { Codebook } from '@common-measure/dataset';
import { Button, useMessages } from '@common-measure/platform/web-kit';
import { importMessages } from './import-words.ts';

/** The choices made so far as codebook.json. */
export function CodebookDownload({ codebook }: { codebook: Codebook }) {
  const words = useMessages(importMessages).save;
  const download = () => {
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(codebook, null, 2)}\n`], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = 'codebook.json';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button kind="second" icon="download" onClick={download}>
      {words.download}
    </Button>
  );
}
