import type { GuessAspect, Roles } from '@common-measure/dataset';
import { useMessages, useText } from '@common-measure/platform/web-kit';
import { columnMessages } from './column-words.ts';
import { designMessages } from './design-words.ts';
import type { PartProps } from './part-props.ts';
import { ManyVariables, OneVariable } from './variable-choices.tsx';

/** Overall item, drivers, channel, region, breakdowns, comments. */
export function RoleFields({ detail, codebook, onChange }: PartProps) {
  const words = useMessages(designMessages);
  const read = useText();
  const { roles, design } = codebook;
  const inDesign = new Set([design.weight, ...design.fpc]);
  const open = codebook.variables.filter((variable) => variable.access === 'open' && !inDesign.has(variable.name));
  const ratings = open.filter((variable) => variable.kind === 'rating');
  const categories = open.filter((variable) => variable.kind === 'category');
  const texts = open.filter((variable) => variable.kind === 'text');
  const { evidence: of } = useMessages(columnMessages);
  const evidence = (aspect: GuessAspect) => {
    const guess = detail.guesses.find((one) => one.aspect === aspect);
    if (!guess) return '';
    const [about = null] = guess.variable === null ? guess.alternatives : [guess.variable];
    const text = guess.evidence.map(read).join(' ');
    return about === null ? text : of(about, text);
  };
  const hint = (text: string, aspect: GuessAspect) => [text, evidence(aspect)].filter(Boolean).join(' ');
  const set = (part: Partial<Roles>) => onChange((before) => ({ ...before, roles: { ...before.roles, ...part } }));
  return (
    <>
      <OneVariable
        label={words.overall}
        hint={hint(words.overallHint, 'overall')}
        none={words.noOverall}
        value={roles.overall}
        candidates={ratings}
        onChange={(overall) => set({ overall, drivers: roles.drivers.filter((name) => name !== overall) })}
      />
      <ManyVariables
        label={words.drivers}
        hint={hint(words.driversHint, 'drivers')}
        empty={words.noRatings}
        values={roles.drivers}
        candidates={ratings.filter((variable) => variable.name !== roles.overall)}
        onChange={(drivers) => set({ drivers })}
      />
      <div className="pair">
        <OneVariable
          label={words.channel}
          hint={hint(words.channelHint, 'channel')}
          none={words.noOverall}
          value={roles.channel}
          candidates={categories}
          onChange={(channel) => set({ channel })}
        />
        <OneVariable
          label={words.region}
          hint={hint(words.regionHint, 'region')}
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
