import {
  Button,
  Card,
  CheckGroup,
  defineMessages,
  ErrorSummary,
  ProblemMessage,
  SelectField,
  TextField,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { clientTypes, type ListEntry, levelsOfGovernment, type Session, serviceAreas } from '../contract.ts';
import { useFormChecks } from './form-checks.ts';

const messages = defineMessages({
  en: {
    why: 'These facts stand on every report, and later decide with whom you can be compared.',
    nameEn: 'Name in English',
    nameFr: 'Name in French',
    enterEn: 'Enter the English name',
    enterFr: 'Enter the French name',
    level: 'Level of government',
    choose: 'Choose one',
    chooseLevel: 'Choose the level of government',
    areas: 'Service areas',
    areasHint: 'All that apply.',
    chooseArea: 'Choose at least one service area',
    clients: 'Whom do you serve?',
    chooseClients: 'Choose at least one type of client',
  },
  fr: {
    why: 'Ces renseignements figurent sur chaque rapport et déterminent plus tard à qui vous pouvez être comparé.',
    nameEn: 'Nom en anglais',
    nameFr: 'Nom en français',
    enterEn: 'Entrez le nom anglais',
    enterFr: 'Entrez le nom français',
    level: 'Ordre de gouvernement',
    choose: 'Choisissez',
    chooseLevel: 'Choisissez l’ordre de gouvernement',
    areas: 'Secteurs de service',
    areasHint: 'Tous ceux qui s’appliquent.',
    chooseArea: 'Choisissez au moins un secteur de service',
    clients: 'Qui servez-vous?',
    chooseClients: 'Choisissez au moins un type de clientèle',
  },
});

type Organization = NonNullable<Session['organization']>;
export type OrganizationFacts = Pick<Organization, 'name' | 'level' | 'serviceAreas' | 'clientTypes'>;

interface Draft {
  readonly en: string;
  readonly fr: string;
  readonly level: string;
  readonly areas: readonly string[];
  readonly clients: readonly string[];
}

/** The facts by which an organization describes itself; empty at first, or those it has. */
export function OrganizationForm({
  facts,
  act,
  words: { save, saving },
  onSaved,
}: {
  facts?: OrganizationFacts;
  act: UseMutationResult<unknown, unknown, OrganizationFacts>;
  words: { readonly save: string; readonly saving: string };
  onSaved: () => void;
}) {
  const words = useMessages(messages);
  const read = useText();
  const [draft, setDraft] = useState<Draft>({
    en: facts?.name.en ?? '',
    fr: facts?.name.fr ?? '',
    level: facts?.level ?? '',
    areas: facts?.serviceAreas ?? [],
    clients: facts?.clientTypes ?? [],
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const options = (list: readonly ListEntry[]) => list.map(({ code, label }) => ({ value: code, label: read(label) }));
  const sorted = (list: readonly ListEntry[]) =>
    options(list).sort((a, b) => a.label.localeCompare(b.label, 'fr-CA', { sensitivity: 'base' }));
  const checks = useFormChecks([
    draft.en.trim() === '' && { id: 'name-en', text: words.enterEn },
    draft.fr.trim() === '' && { id: 'name-fr', text: words.enterFr },
    draft.level === '' && { id: 'level', text: words.chooseLevel },
    draft.clients.length === 0 && { id: 'clients', text: words.chooseClients },
    draft.areas.length === 0 && { id: 'areas', text: words.chooseArea },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    const body = {
      name: { en: draft.en.trim(), fr: draft.fr.trim() },
      level: draft.level,
      serviceAreas: [...draft.areas],
      clientTypes: [...draft.clients],
    };
    act.mutate(body, { onSuccess: onSaved });
  };
  return (
    <Card>
      <form className="stack-6" onSubmit={submit} noValidate>
        <p>{words.why}</p>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        <ErrorSummary errors={checks.errors} />
        <div className="pair">
          <TextField
            id="name-en"
            label={words.nameEn}
            lang="en"
            value={draft.en}
            onChange={(en) => change({ en })}
            error={checks.errorOf('name-en')}
            autoComplete="organization"
          />
          <TextField
            id="name-fr"
            label={words.nameFr}
            lang="fr"
            value={draft.fr}
            onChange={(fr) => change({ fr })}
            error={checks.errorOf('name-fr')}
          />
        </div>
        <div className="half">
          <SelectField
            id="level"
            label={words.level}
            value={draft.level}
            options={[{ value: '', label: words.choose }, ...options(levelsOfGovernment)]}
            onChange={(level) => change({ level })}
            error={checks.errorOf('level')}
          />
        </div>
        <CheckGroup
          id="clients"
          label={words.clients}
          options={options(clientTypes)}
          values={draft.clients}
          onChange={(clients) => change({ clients })}
          error={checks.errorOf('clients')}
        />
        <CheckGroup
          id="areas"
          label={words.areas}
          hint={words.areasHint}
          options={sorted(serviceAreas)}
          values={draft.areas}
          onChange={(areas) => change({ areas })}
          error={checks.errorOf('areas')}
        />
        <div className="actions">
          <Button type="submit" busy={act.isPending && saving}>
            {save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
