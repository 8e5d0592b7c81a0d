export const themes = ['system', 'light', 'dark'] as const;
/** `system` follows the reader's device. */
export type Theme = (typeof themes)[number];

const key = 'theme';

export function keptTheme(): Theme {
  const kept = localStorage.getItem(key);
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** Applies a theme to the page and keeps it on this device. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(key);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(key, theme);
  }
}
