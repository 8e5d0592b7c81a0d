/** Numbers from 0 to 1, the same for each seed (Lehmer). */
export function seeded(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let turn = 0; turn < 10; turn++) next();
  return next;
}
