import type { ComponentProps } from 'react';
import { ScrollBox } from '../../widgets/controls/index.ts';
import styles from './prose.module.css';

/** Code as it stands in the text. */
export function CodeBlock(props: ComponentProps<'pre'>) {
  return (
    <ScrollBox label="Code" className={styles.code}>
      <pre {...props} />
    </ScrollBox>
  );
}

export function ProseTable(props: ComponentProps<'table'>) {
  return (
    <ScrollBox label="Table" className={styles.tableBox}>
      <table {...props} className={styles.table} />
    </ScrollBox>
  );
}

export function ProseList(props: ComponentProps<'ul'>) {
  return <ul {...props} className={[styles.list, props.className].filter(Boolean).join(' ')} />;
}

export function ProseSteps(props: ComponentProps<'ol'>) {
  return <ol {...props} className={[styles.list, props.className].filter(Boolean).join(' ')} />;
}

/** A link out of the course does not tell the other site where its reader came from. */
export function ProseLink({ href = '', ...props }: ComponentProps<'a'>) {
  const away = /^https?:/.test(href);
  return <a href={href} {...props} {...(away && { rel: 'noreferrer' })} />;
}
