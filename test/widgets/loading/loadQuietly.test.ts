import { expect, it } from 'vitest';
import { isLoadingQuietly, loadQuietly } from '../../../src/widgets/loading/loadQuietly.ts';

it('does without a part that cannot be loaded, and says so to whoever would reload the page', async () => {
  let during = false;
  const failing = () => {
    during = isLoadingQuietly();
    return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  };
  expect(await loadQuietly(failing)).toBeUndefined();
  expect(during).toBe(true);
  expect(isLoadingQuietly()).toBe(false);
});

it('gives what was loaded, and is loading until the last part has come', async () => {
  let arrive: (part: string) => void = () => {};
  const late = loadQuietly(() => new Promise<string>((resolve) => (arrive = resolve)));
  expect(await loadQuietly(async () => 'part')).toBe('part');
  expect(isLoadingQuietly()).toBe(true);
  arrive('late part');
  expect(await late).toBe('late part');
  expect(isLoadingQuietly()).toBe(false);
});
