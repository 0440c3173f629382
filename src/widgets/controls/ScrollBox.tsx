import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './controls.module.css';

export interface ScrollBoxProps {
  /** What scrolls, for those who reach it by keyboard: “Production contract”. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Holds what may be wider than the page. Only when it is does it take part in keyboard navigation, because a stop
 * at something that cannot be scrolled helps nobody.
 */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const wide = element.scrollWidth > element.clientWidth + 1;
      const tall = element.scrollHeight > element.clientHeight + 1;
      setScrolls(wide || (tall && getComputedStyle(element).overflowY !== 'hidden'));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    for (const child of element.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={[styles.scrollBox, className].filter(Boolean).join(' ')}
      {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  );
}
