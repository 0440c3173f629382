import { useSettings } from '../../store/settings.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { Choice } from './Choice.tsx';
import { PageHead } from './PageHead.tsx';
import styles from './page.module.css';
import { SavedWork } from './settings/SavedWork.tsx';
import { StorageStatus } from './settings/StorageStatus.tsx';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;
const motions = { system: 'As the system', reduced: 'Reduced' } as const;
const partViews = { split: 'A list of lessons', page: 'All written lessons on one page' } as const;

export default function SettingsPage() {
  usePageTitle('Settings');
  const { theme, motion, partView, setTheme, setMotion, setPartView } = useSettings();
  return (
    <div className={styles.page}>
      <PageHead title="Settings">Everything here is kept in this browser and takes effect at once.</PageHead>
      <section className={styles.section}>
        <h2>Appearance</h2>
        <Choice legend="Theme" options={themes} chosen={theme} onChoose={setTheme} />
        <Choice legend="Motion" options={motions} chosen={motion} onChoose={setMotion}>
          Reduced shows the end of every transition at once. Playback runs only when you start it.
        </Choice>
        <Choice
          legend="A part of the course shows"
          options={partViews}
          chosen={partView}
          onChoose={setPartView}
        />
      </section>
      <SavedWork />
      <StorageStatus />
    </div>
  );
}
