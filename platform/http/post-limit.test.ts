import { expect, it } from 'vitest';
import { networkOf } from './network.ts';
import { PostLimit, postLimit } from './post-limit.ts';

const sent = (limit: PostLimit, times: number, address = '203.0.113.7') => {
  for (let taken = 0; taken < times; taken++) {
    const refused = limit.refuses(address);
    if (refused === null) continue;
    expect(refused.problem.code).toBe('too-many-requests');
    return taken;
  }
  return times;
};

it('an office of a thousand behind one address answers at once', () => {
  expect(sent(new PostLimit(() => 0), 1000)).toBe(1000);
});

it('a flood is slowed to the stated pace, and other networks notice nothing', () => {
  let now = 0;
  const limit = new PostLimit(() => now);
  expect(sent(limit, 5000)).toBe(postLimit.burst);
  now += 1000;
  expect(sent(limit, 5000)).toBe(postLimit.perSecond);
  expect(sent(limit, 1000, '203.0.113.8')).toBe(1000);
});

it('changing the address within one network gains nothing', () => {
  const limit = new PostLimit(() => 0);
  let refused = 0;
  for (let at = 0; at < postLimit.burst + 10; at++) refused += 1 - sent(limit, 1, `2001:db8:1:2::${at.toString(16)}`);
  expect(refused).toBe(10);
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001::7', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
