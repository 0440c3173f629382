import type { ReactNode } from 'react';
import { SectionHeading } from './SectionHeading.tsx';

interface Props {
  /** A heading of its own; lessons that write `## …` above the component leave it out. */
  readonly title?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What every component of a lesson stands in. */
export function LessonSection({ title, className, children }: Props) {
  return (
    <section className={className}>
      {title !== undefined && <SectionHeading>{title}</SectionHeading>}
      {children}
    </section>
  );
}
