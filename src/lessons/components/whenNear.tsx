import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';

/** How far below the window a part starts to load: about a screen, so that a reader who scrolls meets it ready. */
const reach = '900px';

/**
 * A component that loads when its place comes near the window, or when the page is printed. What stands far down a
 * lesson then costs nothing at its first load; its place is kept meanwhile.
 *
 *     const Demo = whenNear(() => import('./demo/Demo.tsx'), '24rem');
 */
export function whenNear<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  height: string,
): ComponentType<P> {
  const Loaded = lazy(load);
  return function WhenNear(props: P) {
    const place = useRef<HTMLDivElement>(null);
    const [near, setNear] = useState(false);

    useEffect(() => {
      if (near || !place.current) return;
      const arrive = () => setNear(true);
      const watch = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && arrive(),
        {
          rootMargin: reach,
        },
      );
      watch.observe(place.current);
      addEventListener('beforeprint', arrive);
      return () => {
        watch.disconnect();
        removeEventListener('beforeprint', arrive);
      };
    }, [near]);

    const keep = <div ref={place} style={{ minHeight: height }} aria-busy="true" />;
    return near ? (
      <Suspense fallback={keep}>
        <Loaded {...props} />
      </Suspense>
    ) : (
      keep
    );
  };
}
