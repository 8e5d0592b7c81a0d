/** One tick per part, said in words beside it. */
export function progress(words: string, position: number, of: number): string {
  const ticks = Array.from({ length: of }, (_, index) => (index < position ? '<i class="on"></i>' : '<i></i>'));
  return `<p class="prog">${words}<span aria-hidden="true">${ticks.join('')}</span></p>`;
}
