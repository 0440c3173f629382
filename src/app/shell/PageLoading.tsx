import styles from './PageLoading.module.css';

/** Shown only on the very first load, and only when it takes noticeably long. */
export function PageLoading() {
  return (
    <p className={styles.loading} role="status">
      Fetching this page
    </p>
  );
}
