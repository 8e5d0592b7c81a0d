import { Button } from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';

/** Saves a text that the page itself made as a file of the reader. */
export function SaveFile({
  name,
  type,
  text,
  children,
}: {
  name: string;
  type: string;
  text: () => string;
  children: ReactNode;
}) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text()], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the address after the click; it is given back when that is surely done.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Button kind="second" icon="download" onClick={save}>
      {children}
    </Button>
  );
}
