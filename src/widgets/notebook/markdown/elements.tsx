import type { ComponentProps } from 'react';
import type { Components } from 'react-markdown';
import { ScrollBox } from '../../controls/index.ts';
import styles from './markdown.module.css';

type Level = 1 | 2 | 3 | 4;
type HeadingName = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

const names: readonly HeadingName[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** How the elements of a text are drawn, with `#` as a heading of the given level. */
export function elementsFor(level: Level): Components {
  return byLevel[level];
}

const common: Components = {
  a: TextLink,
  img: ({ alt, src }) => <Picture alt={alt} address={typeof src === 'string' ? src : undefined} />,
  input: ({ checked }) => <TaskMark done={checked === true} />,
  pre: ({ children }) => (
    <ScrollBox label="Code" className={styles.code}>
      <pre>{children}</pre>
    </ScrollBox>
  ),
  table: ({ children }) => (
    <ScrollBox label="Table" className={styles.tableBox}>
      <table>{children}</table>
    </ScrollBox>
  ),
  code: CodeOrBrokenFormula,
};

const byLevel: Readonly<Record<Level, Components>> = {
  1: withHeadings(1),
  2: withHeadings(2),
  3: withHeadings(3),
  4: withHeadings(4),
};

/** Headings shifted by level, the look by what the writer meant: `#` is the largest wherever it stands. */
function withHeadings(level: Level): Components {
  const shifted = names.map((_, depth) => {
    const Name = names[Math.min(names.length - 1, depth + level - 1)] ?? 'h6';
    return ({ children, id, className }: ComponentProps<HeadingName>) => (
      <Name id={id} className={className} data-depth={depth + 1}>
        {children}
      </Name>
    );
  });
  const headings = Object.fromEntries(names.map((name, depth) => [name, shifted[depth]]));
  return { ...common, ...headings };
}

/** Where a link leads; one that was refused is plain text, and a footnote is gone to without touching the address. */
function TextLink({ href, children, id, ...rest }: ComponentProps<'a'>) {
  if (!href) return <span id={id}>{children}</span>;
  const place = href.startsWith('#') && !href.startsWith('#/') ? href.slice(1) : undefined;
  return (
    <a
      id={id}
      href={href}
      aria-label={rest['aria-label']}
      aria-describedby={rest['aria-describedby']}
      // A notebook may come from anyone: the page it links to learns neither where its reader was nor this window.
      rel={place === undefined && !href.startsWith('#') ? 'noopener noreferrer' : undefined}
      onClick={
        place === undefined
          ? undefined
          : (event) => {
              // The part after “#” is the application's route.
              event.preventDefault();
              goTo(place);
            }
      }
    >
      {children}
    </a>
  );
}

function goTo(id: string) {
  const target = document.getElementById(decodeURIComponent(id));
  if (!target) return;
  target.scrollIntoView({ block: 'nearest' });
  if (!target.matches('a[href], button')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Pictures are not shown: one from elsewhere would tell that server who reads, and one in the text can hold anything. */
function Picture({ alt, address }: { readonly alt?: string; readonly address?: string | undefined }) {
  const words = alt || 'without description';
  return (
    <span className={styles.picture}>
      Picture not shown: {address ? <TextLink href={address}>{words}</TextLink> : words}
    </span>
  );
}

function TaskMark({ done }: { readonly done: boolean }) {
  return (
    <span className={styles.task} role="img" aria-label={done ? 'done' : 'to do'}>
      {done ? '☑' : '☐'}
    </span>
  );
}

function CodeOrBrokenFormula(props: ComponentProps<'code'> & { readonly 'data-formula-error'?: string }) {
  const reason = props['data-formula-error'];
  if (reason === undefined) return <code>{props.children}</code>;
  return (
    <span className={styles.broken}>
      <code>{props.children}</code> <span>Formula does not compile: {reason}</span>
    </span>
  );
}
