import { act } from 'react';

/**
 * Waits until something holds, with React taking in what observers report meanwhile: the width of a chart, an output
 * that has come near.
 */
export async function settled(holds: () => void): Promise<void> {
  const end = performance.now() + 5_000;
  for (;;) {
    await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    try {
      holds();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}
