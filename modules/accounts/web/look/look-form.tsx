import { isReadableColour, type OrganizationLogo } from '@common-measure/instrument';
import {
  api,
  Button,
  Card,
  CheckField,
  ErrorSummary,
  ProblemMessage,
  RadioCards,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import type { Session } from '../../contract.ts';
import { type Look, lookApi, type NewLook } from '../../look/look-contract.ts';
import { useFormChecks } from '../form-checks.ts';
import { ColourField } from './colour-field.tsx';
import { LogoField } from './logo-field.tsx';
import { type ChosenLogo, keptLogo } from './logo-file.ts';
import { LookPreview } from './look-preview.tsx';
import { lookKey } from './look-query.ts';
import { lookMessages } from './look-words.ts';

type Kind = 'none' | 'one' | 'two';
const kinds: readonly Kind[] = ['none', 'one', 'two'];

function kindOf({ logo }: Look): Kind {
  if (logo === null) return 'none';
  return logo.en.sha256 === logo.fr.sha256 ? 'one' : 'two';
}

/** Where an owner gives the organization its colour and its logo, and sees a page of a survey change with them. */
export function LookForm({ look, organization }: { look: Look; organization: NonNullable<Session['organization']> }) {
  const words = useMessages(lookMessages);
  const done = useDone();
  const queries = useQueryClient();
  const [colour, setColour] = useState(look.colour);
  const [kind, setKind] = useState<Kind>(kindOf(look));
  const [en, setEn] = useState<ChosenLogo | null>(look.logo && keptLogo(look.logo.en));
  const [fr, setFr] = useState<ChosenLogo | null>(look.logo && keptLogo(look.logo.fr));
  const [saysName, setSaysName] = useState(look.logo?.saysName ?? false);
  const [alt, setAlt] = useState(look.logo?.alt ?? organization.name);
  const save = useMutation({ mutationFn: (body: NewLook) => api.put<Look>(lookApi, body) });
  const french = kind === 'one' ? en : fr;
  const checks = useFormChecks([
    colour !== null && !isReadableColour(colour) && { id: 'colour', text: words.colourError },
    kind === 'one' && en === null && { id: 'logo-both', text: words.needed.both },
    kind === 'two' && en === null && { id: 'logo-en', text: words.needed.en },
    kind === 'two' && fr === null && { id: 'logo-fr', text: words.needed.fr },
    kind !== 'none' && alt.en.trim() === '' && { id: 'alt-en', text: words.altError.en },
    kind !== 'none' && alt.fr.trim() === '' && { id: 'alt-fr', text: words.altError.fr },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    const logo = kind !== 'none' && en && french ? { saysName, alt, en: en.given, fr: french.given } : null;
    save.mutate(
      { colour, logo },
      {
        onSuccess: async (kept) => {
          queries.setQueryData(lookKey, kept);
          await queries.invalidateQueries({ queryKey: ['audit'] });
          done({ text: words.saved, more: words.savedMore });
        },
      },
    );
  };
  const shown = useMemo<OrganizationLogo | undefined>(
    () => (kind !== 'none' && en && french ? { en, fr: french, alt, saysName } : undefined),
    [kind, en, french, alt, saysName],
  );
  return (
    <div className="look-form">
      <form className="stack-6" onSubmit={submit} noValidate>
        {save.isError ? <ProblemMessage error={save.error} /> : null}
        <ErrorSummary errors={checks.errors} />
        <Card title={words.logo} stack>
          <RadioCards
            label={words.which}
            value={kind}
            options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={setKind}
          />
          {kind === 'none' ? null : <p className="hint">{words.fileHint}</p>}
          {kind === 'none' ? null : (
            <LogoField
              key={kind}
              which={kind === 'one' ? 'both' : 'en'}
              logo={en}
              error={checks.errorOf(kind === 'one' ? 'logo-both' : 'logo-en')}
              onChoose={setEn}
            />
          )}
          {kind === 'two' ? (
            <LogoField which="fr" logo={fr} error={checks.errorOf('logo-fr')} onChoose={setFr} />
          ) : null}
          {kind === 'none' ? null : (
            <>
              <CheckField label={words.saysName} hint={words.saysNameHint} checked={saysName} onChange={setSaysName} />
              <div className="pair">
                <TextField
                  id="alt-en"
                  lang="en"
                  label={words.altEn}
                  hint={words.altHint}
                  value={alt.en}
                  error={checks.errorOf('alt-en')}
                  onChange={(text) => setAlt({ ...alt, en: text })}
                />
                <TextField
                  id="alt-fr"
                  lang="fr"
                  label={words.altFr}
                  hint={words.altHint}
                  value={alt.fr}
                  error={checks.errorOf('alt-fr')}
                  onChange={(text) => setAlt({ ...alt, fr: text })}
                />
              </div>
            </>
          )}
        </Card>
        <ColourField colour={colour} error={checks.errorOf('colour')} onChange={setColour} />
        <div className="actions">
          <Button type="submit" busy={save.isPending && words.saving}>
            {words.save}
          </Button>
        </div>
      </form>
      <LookPreview
        organization={organization.name}
        colour={colour !== null && isReadableColour(colour) ? colour : null}
        logo={shown}
      />
    </div>
  );
}
