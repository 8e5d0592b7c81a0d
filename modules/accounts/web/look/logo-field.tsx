import { shownSize } from '@common-measure/instrument';
import { Field, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { LogoFault } from '../../look/logo-facts.ts';
import { type ChosenLogo, chosenLogo } from './logo-file.ts';
import { lookMessages } from './look-words.ts';

/** The picture of one language, or of both, from a file. */
export function LogoField({
  which,
  logo,
  error,
  onChoose,
}: {
  which: 'both' | 'en' | 'fr';
  logo: ChosenLogo | null;
  error: string | undefined;
  onChoose: (logo: ChosenLogo) => void;
}) {
  const words = useMessages(lookMessages);
  const { number } = useFormat();
  const [fault, setFault] = useState<LogoFault | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await chosenLogo(file);
    setFault(typeof read === 'string' ? read : null);
    if (typeof read !== 'string') onChoose(read);
  };
  const kilobytes = (bytes: number) => number(bytes / 1000, 1);
  const size = logo ? shownSize(logo) : null;
  return (
    <Field id={`logo-${which}`} label={words.file[which]} error={fault === null ? error : words.faults[fault]}>
      {(ids) => (
        <>
          {logo && size ? (
            <div className="look-logo">
              <img src={logo.src} alt="" width={size.width} height={size.height} />
              <p className="muted">
                {words.taken(number(logo.width, 0), number(logo.height, 0), kilobytes(logo.bytes))}{' '}
                {logo.before === null ? '' : words.smaller(kilobytes(logo.before))}
              </p>
            </div>
          ) : null}
          <input
            {...ids}
            type="file"
            accept=".png,.jpg,.jpeg,.webp,.svg,image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </>
      )}
    </Field>
  );
}
