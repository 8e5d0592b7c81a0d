const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/**
 * The listed rows in rising order of their values, rows of equal value in the order of the list: a radix sort over the bits of
 * the doubles, in four passes at most, one for each 16 bits that are not the same in all of them.
 */
export function rankOrder(values: Float64Array, rows: Int32Array): Int32Array {
  const words = sortableWords(values, rows);
  const low = littleEndian ? 0 : 1;
  let order = rows;
  let keys = words;
  for (const [half, shift] of [
    [low, 0],
    [low, 16],
    [1 - low, 0],
    [1 - low, 16],
  ] as const) {
    const next = placesOfDigits(keys, half, shift);
    if (next === null) continue;
    const sorted = new Int32Array(order.length);
    const moved = new Uint32Array(keys.length);
    for (let at = 0; at < order.length; at += 1) {
      const digit = (keys[2 * at + half]! >>> shift) & 0xffff;
      const place = next[digit]!;
      next[digit] = place + 1;
      sorted[place] = order[at]!;
      moved[2 * place] = keys[2 * at]!;
      moved[2 * place + 1] = keys[2 * at + 1]!;
    }
    [order, keys] = [sorted, moved];
  }
  return order;
}

/** The doubles as pairs of words that rise with them: the sign bit turned, all bits turned where it was set. */
function sortableWords(values: Float64Array, rows: Int32Array): Uint32Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = values[rows[at]!]! + 0;
  const words = new Uint32Array(picked.buffer);
  const high = littleEndian ? 1 : 0;
  for (let at = 0; at < words.length; at += 2) {
    const sign = words[at + high]! >>> 31;
    words[at + high] = sign === 1 ? ~words[at + high]! : words[at + high]! ^ 0x80000000;
    if (sign === 1) words[at + 1 - high] = ~words[at + 1 - high]!;
  }
  return words;
}

/** Where the first entry of each digit goes; null where all have the same. */
function placesOfDigits(words: Uint32Array, half: number, shift: number): Int32Array | null {
  const places = new Int32Array(65537);
  for (let at = half; at < words.length; at += 2) {
    const digit = (words[at]! >>> shift) & 0xffff;
    places[digit + 1] = places[digit + 1]! + 1;
  }
  if (words.length > 0 && places[((words[half]! >>> shift) & 0xffff) + 1] === words.length / 2) return null;
  for (let digit = 1; digit < places.length; digit += 1) places[digit] = places[digit]! + places[digit - 1]!;
  return places;
}
