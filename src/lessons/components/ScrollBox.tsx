import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  /** What scrolls, for those who reach it by keyboard: “Production contract”. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Holds what may be wider than the page. Only when it is does it take part in keyboard navigation, because a stop
 * at something that cannot be scrolled helps nobody.
 */
export function ScrollBox({ label, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setScrolls(element.scrollWidth > element.clientWidth + 1);
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    for (const child of element.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={['scroll-box', className].filter(Boolean).join(' ')}
      {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  );
}
