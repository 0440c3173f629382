import { describe, expect, it } from 'vitest';
import {
  clearEvidence,
  type Evidence,
  evidence,
  evidenceCsv,
  evidenceJson,
  importEvidence,
  logDecision,
} from '../../../src/store/evidence.ts';
import { dropConflict, noteLimit, notes, writeNote } from '../../../src/store/notes.ts';
import { lessonProgress, markDone, progress, saveAnswer, tick } from '../../../src/store/progress.ts';
import { useSettings } from '../../../src/store/settings.ts';

const decision = {
  value: 0.8,
  rule: { metric: 'utilization', comparison: '≤', threshold: 0.7, unit: '' },
  verdict: 'over the limit',
  action: 'warn',
  fingerprint: 'f00d',
};

describe('progress', () => {
  it('keeps ticks, answers and “done” of each lesson apart', async () => {
    await tick('9.1', 'log', true);
    await tick('9.1', 'owner', true);
    await tick('9.1', 'log', false);
    await saveAnswer('9.1', 'q1', { given: [2], right: true });
    await markDone('9.2', true);
    const { value } = progress.getState();
    expect(lessonProgress(value, '9.1')).toMatchObject({
      ticks: ['owner'],
      answers: { q1: { given: [2], right: true } },
      done: false,
    });
    expect(lessonProgress(value, '9.2').done).toBe(true);
    expect(lessonProgress(value, '9.3').ticks).toEqual([]);
  });
});

describe('notes', () => {
  it('hold 8,000 characters and no more', async () => {
    await writeNote('9.1', '', 'x'.repeat(noteLimit));
    await expect(writeNote('9.1', '', 'x'.repeat(noteLimit + 1))).rejects.toThrow();
    expect(notes.getState().value.lessons['9.1']?.text).toHaveLength(noteLimit);
  });

  it('keep another tab’s text beside one typed at the same time', async () => {
    await writeNote('9.2', '', 'written in the other tab');
    await writeNote('9.2', '', 'typed here');
    expect(notes.getState().value.lessons['9.2']).toMatchObject({
      text: 'typed here',
      conflict: 'written in the other tab',
    });
    await writeNote('9.2', 'typed here', 'typed here, on and on');
    expect(notes.getState().value.lessons['9.2']?.conflict).toBe('written in the other tab');
    await dropConflict('9.2');
    expect(notes.getState().value.lessons['9.2']?.conflict).toBeUndefined();
  });
});

describe('the evidence log', () => {
  it('takes decisions and gives them back through a file', async () => {
    await clearEvidence();
    await logDecision({ widget: 'utilization', decision, record: { seed: 1, note: undefined } });
    await logDecision({
      widget: 'utilization',
      decision: { ...decision, value: Number.POSITIVE_INFINITY },
      record: {},
    });
    const before = evidence.getState().value;
    expect(before).toMatchObject([
      { widget: 'utilization', value: 0.8, rule: 'utilization ≤ 0.7', record: { seed: 1 } },
      { value: null },
    ]);
    const file = evidenceJson(before);
    await clearEvidence();
    expect(await importEvidence(file)).toBe(2);
    expect(await importEvidence(file)).toBe(0);
    expect(evidence.getState().value).toEqual(before);
  });

  it.each([
    ['not JSON', '{'],
    ['a reserved name', '{"format":"goodput evidence","version":1,"evidence":[],"__proto__":{"polluted":1}}'],
    ['a nested reserved name', '{"evidence":[{"record":{"constructor":{"prototype":{"polluted":1}}}}]}'],
    ['deep nesting', '['.repeat(1_000_000)],
    ['a future version', '{"format":"goodput evidence","version":2,"evidence":[]}'],
    ['an unknown member', '{"format":"goodput evidence","version":1,"evidence":[],"extra":1}'],
    ['wrong types', '{"format":"goodput evidence","version":1,"evidence":[{"time":1}]}'],
    ['a hundred megabytes', ' '.repeat(100_000_000)],
  ])('refuses a file with %s and stays as it is', async (_what, file) => {
    const before = evidence.getState().value;
    await expect(importEvidence(file)).rejects.toThrow(/Nothing was changed/);
    expect(evidence.getState().value).toEqual(before);
    expect({}).not.toHaveProperty('polluted');
  });

  it('writes cells that a spreadsheet would run as text', () => {
    const entry = (rule: string): Evidence => ({
      time: '2026-01-01T00:00:00.000Z',
      widget: 'w',
      value: -1,
      rule,
      verdict: 'a "b", c',
      action: 'line\nbreak',
      fingerprint: '@x',
      record: {},
    });
    const csv = evidenceCsv(['=HYPERLINK("x")', '+1', '-1', '@a', '\tb', '\rc'].map(entry));
    expect(csv).toContain(`,-1,,"'=HYPERLINK(""x"")","a ""b"", c","line\nbreak",'@x,`);
    for (const text of ["'+1", "'-1", "'@a", "'\tb", `"'\rc"`]) expect(csv).toContain(`,${text},`);
  });
});

describe('settings', () => {
  it('set the theme on the page and survive what cannot be read', async () => {
    useSettings.getState().setTheme('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    localStorage.setItem('goodput-settings', '{"state":{"theme":"purple","motion":"reduced"},"version":1}');
    await useSettings.persist.rehydrate();
    expect(useSettings.getState()).toMatchObject({ theme: 'dark', motion: 'reduced' });
    localStorage.setItem('goodput-settings', 'garbage');
    await useSettings.persist.rehydrate();
    expect(useSettings.getState().motion).toBe('reduced');
    useSettings.getState().setTheme('system');
    useSettings.getState().setMotion('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
