import { emptyInstrument, type Instrument } from '@common-measure/instrument';
import { describe, expect, it } from 'vitest';
import type { InstrumentDraft } from '../contract.ts';
import { chosen, conflictsOf, type DraftStand, met } from './draft-sync.ts';

const base = emptyInstrument({ en: 'Visits', fr: 'Visites' });
const titled = (part: { en?: string; fr?: string }): Instrument => ({ ...base, title: { ...base.title, ...part } });
const draft = (instrument: Instrument, revision = 2): InstrumentDraft => ({
  id: '1',
  revision,
  instrument,
  flaws: [],
  published: null,
  revises: null,
});
const standing = (latest: Instrument): DraftStand => ({
  latest,
  saved: latest === base ? base : null,
  base,
  revision: 1,
  meeting: null,
});

describe('a draft that somebody else has saved meanwhile', () => {
  it('is taken over where nothing is unsaved here, and counts as saved', () => {
    const { stand, taken } = met(standing(base), draft(titled({ en: 'Theirs' })), 'Marie');
    expect(stand.latest.title.en).toBe('Theirs');
    expect(stand.saved).toBe(stand.latest);
    expect(taken).toMatchObject({ by: 'Marie', changes: [{ place: { field: 'title', language: 'en' } }] });
  });

  it('is put together with what is unsaved here, which is then saved over it', () => {
    const { stand } = met(standing(titled({ fr: 'Les miennes' })), draft(titled({ en: 'Theirs' })), 'Marie');
    expect(stand.latest.title).toEqual({ en: 'Theirs', fr: 'Les miennes' });
    expect(stand).toMatchObject({ saved: null, revision: 2, meeting: null });
  });

  it('changes nothing on the page where both did the same', () => {
    const mine = titled({ en: 'Same' });
    const { stand, taken } = met(standing(mine), draft(titled({ en: 'Same' })), 'Marie');
    expect(stand.latest).toBe(mine);
    expect(stand.saved).toBe(mine);
    expect(taken).toBeNull();
  });

  it('waits where both changed the same words; the choice of theirs or mine puts the drafts together', () => {
    const { stand } = met(standing(titled({ en: 'Mine' })), draft(titled({ en: 'Theirs', fr: 'Les leurs' })), 'Marie');
    expect(stand).toMatchObject({ revision: 1, latest: { title: { en: 'Mine' } } });
    const [conflict] = conflictsOf(stand);
    expect(conflict).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
    const theirs = chosen(stand, conflict!, 'theirs');
    expect(theirs).toMatchObject({ meeting: null, revision: 2, latest: { title: { en: 'Theirs', fr: 'Les leurs' } } });
    expect(theirs.saved).toBe(theirs.latest);
    const mine = chosen(stand, conflict!, 'mine');
    expect(mine).toMatchObject({ meeting: null, saved: null, latest: { title: { en: 'Mine', fr: 'Les leurs' } } });
  });
});
