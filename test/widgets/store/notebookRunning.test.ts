import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCrashBreaker as openPage } from '../../../src/store/notebook/running.ts';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

describe('the crash-loop breaker', () => {
  it('finds cells that were running when the page died, until they have finished once', () => {
    const first = openPage();
    expect([...first.crashedCells()]).toEqual([]);
    first.markRunning('2.4', ['2.4/1', '2.4/2']);
    first.markRunning('own/a', ['own/a1']);

    const second = openPage();
    expect([...second.crashedCells()]).toEqual(['2.4/1', '2.4/2', 'own/a1']);
    second.markRunning('2.4', ['2.4/1']);
    second.clearRunning();
    expect([...second.crashedCells()]).toEqual(['2.4/2', 'own/a1']);

    const third = openPage();
    expect([...third.crashedCells()]).toEqual(['2.4/2', 'own/a1']);
  });

  it('finds nothing after cells that finished', () => {
    const first = openPage();
    first.markRunning('2.4', ['2.4/1']);
    first.clearRunning();
    expect(openPage().crashedCells().size).toBe(0);
  });

  it('keeps a page usable whose storage is damaged, full or forbidden', () => {
    for (const damaged of [
      '{',
      '[]',
      '{"running":{"a":1},"crashed":[]}',
      '{"running":{},"crashed":["<b>"]}',
    ]) {
      sessionStorage.setItem('goodput-notebook-running', damaged);
      expect(openPage().crashedCells().size).toBe(0);
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const page = openPage();
    page.markRunning('2.4', ['2.4/1']);
    page.clearRunning();
    expect(page.crashedCells().size).toBe(0);
  });
});
