import { useCallback, useLayoutEffect, useRef } from 'react';

/** A handler that never changes, so that listeners stay, and that always runs as last rendered. */
export function useLatest<Arguments extends readonly unknown[]>(
  handler: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
