import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Width in px of an element, kept up to date; 0 until it is known.
 *
 *     const ref = useRef<HTMLDivElement>(null);
 *     const width = useWidth(ref);
 *     return <div ref={ref}>{width > 0 && <Chart width={width} … />}</div>;
 */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Rounded down: a fraction of a pixel too wide makes a scroll bar.
    const read = () => setWidth(Math.floor(element.getBoundingClientRect().width));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
