import { expect, it, onTestFinished } from 'vitest';
import { loadQuietly } from '../../../../src/widgets/notebook/editor/loadQuietly.ts';

const failing = () => {
  // As the build's own import does when a chunk is gone.
  dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
  return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
};

it('does without a part that cannot be loaded, and the page hears nothing of it', async () => {
  const heard: Event[] = [];
  const listen = (event: Event) => heard.push(event);
  addEventListener('vite:preloadError', listen);
  onTestFinished(() => removeEventListener('vite:preloadError', listen));
  expect(await loadQuietly(failing)).toBeUndefined();
  expect(heard).toEqual([]);
  await expect(failing()).rejects.toThrow();
  expect(heard).toHaveLength(1);
});

it('gives what was loaded', async () => {
  expect(await loadQuietly(async () => 'part')).toBe('part');
});
