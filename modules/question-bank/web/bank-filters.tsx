import { itemChannels, itemClientTypes, itemElements } from '@common-measure/instrument';
import { CheckField, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import type { BankOverview } from '../contract.ts';
import { bankMessages } from './bank-words.ts';

/** What is looked for; an empty text restricts nothing. */
export interface Wanted {
  readonly q: string;
  readonly construct: string;
  readonly channel: string;
  readonly clientType: string;
  readonly element: string;
  readonly pack: string;
  readonly language: string;
  readonly core: boolean;
  readonly retired: boolean;
}

export const nothingWanted: Wanted = {
  q: '',
  construct: '',
  channel: '',
  clientType: '',
  element: '',
  pack: '',
  language: '',
  core: false,
  retired: false,
};

/** The same as the API asks for it: what restricts nothing is left out. */
export function queryOf(wanted: Wanted): Readonly<Record<string, string>> {
  const parts = Object.entries(wanted).map(([name, value]) => [name, value === true ? 'true' : value || ''] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== ''));
}

export function BankFilters({
  bank,
  wanted,
  change,
}: {
  bank: BankOverview;
  wanted: Wanted;
  change: (part: Partial<Wanted>) => void;
}) {
  const words = useMessages(bankMessages);
  const read = useText();
  return (
    <>
      <SelectField
        label={words.construct}
        value={wanted.construct}
        options={[
          { value: '', label: words.allConstructs },
          ...bank.constructs.map((construct) => ({ value: construct.id, label: read(construct.name) })),
        ]}
        onChange={(construct) => change({ construct })}
      />
      <SelectField
        label={words.channel}
        value={wanted.channel}
        options={[
          { value: '', label: words.allChannels },
          ...itemChannels.slice(1).map((channel) => ({ value: channel, label: words.channels[channel] })),
        ]}
        onChange={(channel) => change({ channel })}
      />
      <SelectField
        label={words.clientType}
        value={wanted.clientType}
        options={[
          { value: '', label: words.allClients },
          ...itemClientTypes.map((type) => ({ value: type, label: words.clientTypes[type] })),
        ]}
        onChange={(clientType) => change({ clientType })}
      />
      <SelectField
        label={words.element}
        value={wanted.element}
        options={[
          { value: '', label: words.allElements },
          ...itemElements.map((element) => ({ value: element, label: words.elements[element] })),
        ]}
        onChange={(element) => change({ element })}
      />
      <SelectField
        label={words.pack}
        value={wanted.pack}
        options={[
          { value: '', label: words.allPacks },
          ...bank.packs.map((pack) => ({ value: pack.id, label: read(pack.title) })),
        ]}
        onChange={(pack) => change({ pack })}
      />
      <SelectField
        label={words.inLanguage}
        value={wanted.language}
        options={[
          { value: '', label: words.inLanguages.either },
          { value: 'en', label: words.inLanguages.en },
          { value: 'fr', label: words.inLanguages.fr },
        ]}
        onChange={(language) => change({ language })}
      />
      <CheckField label={words.coreOnly} checked={wanted.core} onChange={(core) => change({ core })} />
      <CheckField label={words.withRetired} checked={wanted.retired} onChange={(retired) => change({ retired })} />
    </>
  );
}
