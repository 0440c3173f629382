import { type ReactNode, useId } from 'react';
import { type Theme, useSettings } from '../../store/settings.ts';
import { Icon } from '../../widgets/controls/icons.tsx';
import styles from './ThemeSwitch.module.css';

const themes: readonly { theme: Theme; title: string; mark: ReactNode }[] = [
  { theme: 'system', title: 'Theme of the system', mark: 'Auto' },
  { theme: 'light', title: 'Light theme', mark: <Icon name="sun" /> },
  { theme: 'dark', title: 'Dark theme', mark: <Icon name="moon" /> },
];

export function ThemeSwitch({ className }: { className?: string | undefined }) {
  const name = useId();
  const chosen = useSettings((state) => state.theme);
  const setTheme = useSettings((state) => state.setTheme);
  return (
    <fieldset className={[styles.switch, className].filter(Boolean).join(' ')}>
      <legend className="visually-hidden">Theme</legend>
      {themes.map(({ theme, title, mark }) => (
        <label key={theme} title={title}>
          <input
            type="radio"
            name={name}
            aria-label={title}
            checked={chosen === theme}
            onChange={() => setTheme(theme)}
          />
          {mark}
        </label>
      ))}
    </fieldset>
  );
}
