import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  /** Whether to wait at all; without, what is inside is drawn at once. */
  readonly waiting: boolean;
  /** Room in px that is kept until then. */
  readonly height: number;
  readonly children: ReactNode;
}

/** Draws what is inside only when the reader comes near, and keeps it from then on. */
export function WhenNear({ waiting, height, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(!waiting);
  useEffect(() => {
    const element = place.current;
    if (near || !element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return near || !waiting ? children : <div ref={place} style={{ height }} />;
}
