import { useEffect, useState, useTransition } from 'react';
import { type HashRoute, readHash } from './hashRoute.ts';

/**
 * The current route. It changes inside a transition: the old page stays on the screen until the new one's chunk
 * has arrived, and `pending` is true meanwhile.
 */
export function useHashRoute(): { route: HashRoute; pending: boolean } {
  const [route, setRoute] = useState(() => readHash(location.hash));
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    const follow = () => startTransition(() => setRoute(readHash(location.hash)));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { route, pending };
}
