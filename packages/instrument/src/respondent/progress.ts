/** No more ticks than stand apart on a phone. */
const mostTicks = 20;

/** One tick per page, said in words beside it; of many pages each tick stands for several, and the last only for the last page.
 * Where pages may still come, `of` counts one of them, so that the line is not full before the end. */
export function progress(words: string, position: number, of: number): string {
  const count = Math.min(of, mostTicks);
  const reached = Math.floor((position * count) / Math.max(1, of));
  const ticks = Array.from({ length: count }, (_, index) => (index < reached ? '<i class="on"></i>' : '<i></i>'));
  return `<p class="prog">${words}<span aria-hidden="true">${ticks.join('')}</span></p>`;
}
