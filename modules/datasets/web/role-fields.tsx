import type { Roles } from '@common-measure/dataset';
import { useMessages } from '@common-measure/platform/web-kit';
import { designMessages } from './design-words.ts';
import type { PartProps } from './roles-step.tsx';
import { ManyVariables, OneVariable } from './variable-choices.tsx';

/** Overall item, drivers, channel, region, breakdowns, comments. */
export function RoleFields({ codebook, onChange }: PartProps) {
  const words = useMessages(designMessages);
  const { roles, design } = codebook;
  const inDesign = new Set([design.weight, ...design.fpc]);
  const open = codebook.variables.filter((variable) => variable.access === 'open' && !inDesign.has(variable.name));
  const ratings = open.filter((variable) => variable.kind === 'rating');
  const categories = open.filter((variable) => variable.kind === 'category');
  const texts = open.filter((variable) => variable.kind === 'text');
  const set = (part: Partial<Roles>) => onChange((before) => ({ ...before, roles: { ...before.roles, ...part } }));
  return (
    <>
      <OneVariable
        label={words.overall}
        hint={words.overallHint}
        none={words.noOverall}
        value={roles.overall}
        candidates={ratings}
        onChange={(overall) => set({ overall, drivers: roles.drivers.filter((name) => name !== overall) })}
      />
      <ManyVariables
        label={words.drivers}
        hint={words.driversHint}
        empty={words.noRatings}
        values={roles.drivers}
        candidates={ratings.filter((variable) => variable.name !== roles.overall)}
        onChange={(drivers) => set({ drivers })}
      />
      <div className="pair">
        <OneVariable
          label={words.channel}
          hint={words.channelHint}
          none={words.noOverall}
          value={roles.channel}
          candidates={categories}
          onChange={(channel) => set({ channel })}
        />
        <OneVariable
          label={words.region}
          hint={words.regionHint}
          none={words.none}
          value={roles.region}
          candidates={categories}
          onChange={(region) => set({ region })}
        />
      </div>
      <ManyVariables
        label={words.profile}
        hint={words.profileHint}
        empty={words.noCategories}
        values={roles.profile}
        candidates={categories}
        onChange={(profile) => set({ profile })}
      />
      <ManyVariables
        label={words.comments}
        hint={words.commentsHint}
        empty={words.noTexts}
        values={roles.comments}
        candidates={texts}
        onChange={(comments) => set({ comments })}
      />
    </>
  );
}
