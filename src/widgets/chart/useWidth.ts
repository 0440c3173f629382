import { type RefObject, useEffect, useState } from 'react';

/**
 * Width in px of an element, kept up to date; 0 until it is known.
 *
 *     const ref = useRef<HTMLDivElement>(null);
 *     const width = useWidth(ref);
 *     return <div ref={ref}>{width > 0 && <Chart width={width} … />}</div>;
 */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // The observer reports at once, after the page's own layout: reading the width here would force a second one.
    // Rounded down: a fraction of a pixel too wide makes a scroll bar.
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
