import {
  addQuestion,
  addSection,
  emptyInstrument,
  type Instrument,
  ownQuestion,
  removeQuestion,
} from '@common-measure/instrument';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noHistory, recorded, redone, undone } from './edit-history.ts';

const base = addSection(emptyInstrument({ en: 'Visits', fr: 'Visites' }), { en: 'Part', fr: 'Partie' });
const titled = (instrument: Instrument, en: string): Instrument => ({
  ...instrument,
  title: { ...instrument.title, en },
});
const lengthOf = (trail: (typeof noHistory)['past']): number => {
  let length = 0;
  for (let here = trail; here; here = here.rest) length += 1;
  return length;
};

describe('the history of a draft', () => {
  it('takes what is typed without a pause as one step, and begins another after a pause or in another field', () => {
    let history = noHistory;
    let present = base;
    const type = (next: Instrument, now: number) => {
      history = recorded(history, present, next, now);
      present = next;
    };
    for (const [index, letter] of [...'Counter'].entries())
      type(titled(present, `${present.title.en}${letter}`), index * 200);
    expect(lengthOf(history.past)).toBe(1);
    type(titled(present, 'Later'), 9000);
    type({ ...present, title: { ...present.title, fr: 'Plus tard' } }, 9100);
    expect(lengthOf(history.past)).toBe(3);
  });

  it('never joins acts, however fast they follow', () => {
    const one = addQuestion(base, 'part_1', ownQuestion(base, 'text', null));
    const two = addQuestion(one, 'part_1', ownQuestion(one, 'text', null));
    expect(lengthOf(recorded(recorded(noHistory, base, one, 0), one, two, 1).past)).toBe(2);
  });

  it('ends a step of typing after twelve seconds, so that one step back is never far', () => {
    let history = noHistory;
    let present = base;
    for (let now = 0; now < 30_000; now += 500) {
      const next = titled(present, `${present.title.en}x`);
      history = recorded(history, present, next, now);
      present = next;
    }
    expect(lengthOf(history.past)).toBe(3);
  });

  it('brings everything back, step by step, and forward again, however many steps there were', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('add', 'remove', 'title'), fc.string({ maxLength: 5 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(acts, (all) => {
        const states = [base];
        let history = noHistory;
        for (const [index, [act, word]] of all.entries()) {
          const before = states.at(-1) ?? base;
          const next =
            act === 'add'
              ? addQuestion(before, 'part_1', ownQuestion(before, 'text', null))
              : act === 'remove'
                ? removeQuestion(before, 'own_1')
                : titled(before, word);
          history = recorded(history, before, next, index * 60_000);
          states.push(next);
        }
        let present = states.at(-1) ?? base;
        for (const state of states.slice(0, -1).reverse()) {
          const back = undone(history, present);
          expect(back?.instrument).toEqual(state);
          ({ history, instrument: present } = back ?? { history, instrument: present });
        }
        expect(undone(history, present)).toBeNull();
        for (const state of states.slice(1)) {
          const forward = redone(history, present);
          expect(forward?.instrument).toEqual(state);
          ({ history, instrument: present } = forward ?? { history, instrument: present });
        }
        expect(redone(history, present)).toBeNull();
      }),
    );
  });

  it('leaves alone what somebody else changed since', () => {
    const mine = titled(base, 'Mine');
    const history = recorded(noHistory, base, mine, 0);
    const theirs = addQuestion(mine, 'part_1', ownQuestion(mine, 'text', null));
    const back = undone(history, theirs);
    expect(back?.instrument.title.en).toBe('Visits');
    expect(back?.instrument.sections[0]?.questions).toHaveLength(1);
  });
});
