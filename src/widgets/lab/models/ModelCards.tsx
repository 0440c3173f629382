import { Suspense, use } from 'react';
import styles from './cards.module.css';
import { type AnyCard, families, loadFamily } from './families.ts';
import { ModelFamily } from './ModelFamily.tsx';

let cards: Promise<readonly (readonly AnyCard[])[]> | undefined;

/** What the lab measures: every shipped model with its card, from the files themselves. */
export default function ModelCards() {
  return (
    <>
      <header className={styles.head}>
        <h1>The lab’s models</h1>
        <p className={styles.lede}>
          Made from seeds by this project’s own script, weights included. A card says what a model is, what
          its bytes are, and how far a right answer may be from the reference.
        </p>
      </header>
      <Suspense fallback={<div className={styles.loading} aria-busy="true" />}>
        <Families />
      </Suspense>
    </>
  );
}

function Families() {
  cards ??= Promise.all(families.map(loadFamily));
  return use(cards).map((family) => <ModelFamily key={family[0]?.name} cards={family} />);
}
