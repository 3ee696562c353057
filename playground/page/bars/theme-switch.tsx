import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const THEMES = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof THEMES;
const KEPT_AT = 'playground-theme';

/** Light, dark, or as the system has it; kept in this browser. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState(keptTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEPT_AT, theme);
    } catch {
      // A browser that keeps nothing: the choice holds until the page is left.
    }
  }, [theme]);
  return (
    <label class="theme">
      <span>Theme</span>
      <select
        value={theme}
        onChange={({ currentTarget }) => setTheme(themeOf(currentTarget.value))}
      >
        {Object.entries(THEMES).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

function keptTheme(): Theme {
  try {
    return themeOf(localStorage.getItem(KEPT_AT));
  } catch {
    return 'auto';
  }
}
