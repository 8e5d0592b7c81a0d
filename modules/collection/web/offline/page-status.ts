/** A calm line at the foot of the window that screen readers tell when they have finished; empty as long as there is nothing to say. */
export function pageStatus(words: Readonly<Record<string, string>>) {
  const line = document.createElement('div');
  line.className = 'st';
  line.setAttribute('role', 'status');
  document.querySelector('main')?.append(line);
  let isAway = false;
  const say = (text: string, isOnPage = false): void => {
    line.className = isOnPage ? 'vh' : 'st';
    line.textContent = text;
  };
  return {
    /** `isOnPage`: eyes find it there, so the line is for ears only. */
    say,
    /** Says that the network went, or came back; nothing where it is as before. */
    network(isThere: boolean): void {
      if (isThere === !isAway) return;
      isAway = !isThere;
      say((isThere ? words.onlineAgain : words.offlineNow) ?? '');
    },
  };
}
