import { usePageTitle } from '../routing/usePageTitle.ts';
import styles from './HomePage.module.css';
import { Contents } from './home/Contents.tsx';
import { DelayInstrument } from './home/DelayInstrument.tsx';
import { Promises } from './home/Promises.tsx';
import { Start } from './home/Start.tsx';

export default function HomePage() {
  usePageTitle(undefined);
  return (
    <div className={styles.home}>
      <div className={styles.opening}>
        <div className={styles.words}>
          <h1>Model serving and inference optimization</h1>
          <p className={styles.lede}>
            A course that runs in this page. Each lesson has an instrument you can set, break and replay, and
            every number on the screen is computed here, in your browser.
          </p>
          <Start />
        </div>
        <DelayInstrument />
      </div>
      <Promises />
      <Contents />
    </div>
  );
}
