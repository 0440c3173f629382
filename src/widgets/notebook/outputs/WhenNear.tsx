import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { oneByOne } from './oneByOne.ts';

interface Props {
  /** Whether to wait at all; without, what is inside is drawn at once. */
  readonly waiting: boolean;
  /** Room in px that is kept until then. */
  readonly height: number;
  /** What stands there until then: a chart's place counts as a figure before it is drawn. */
  readonly as: 'div' | 'figure';
  readonly children: ReactNode;
}

/** Draws what is inside only when the reader comes near, or prints the page, and keeps it from then on. */
export function WhenNear({ waiting, height, as: Place, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const [near, setNear] = useState(!waiting);
  useEffect(() => {
    const element = place.current;
    if (near || !element) return;
    let takeBack: (() => void) | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        takeBack = oneByOne(() => setNear(true));
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    // Paper has no place that is not near; what is printed must stand there before the event is over.
    const print = () => flushSync(() => setNear(true));
    addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', print);
      takeBack?.();
    };
  }, [near]);
  if (near || !waiting) return children;
  return (
    <Place
      ref={(element: HTMLElement | null) => {
        place.current = element;
      }}
      style={{ height, margin: 0 }}
    />
  );
}
