import styles from './plot.module.css';

/** What a picture could not show. */
export function Statements({ statements }: { readonly statements: readonly string[] }) {
  return statements.map((statement) => (
    <p key={statement} className={styles.statement}>
      {statement}
    </p>
  ));
}
