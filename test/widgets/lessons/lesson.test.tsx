import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { notes } from '../../../src/store/notes.ts';
import { lessonProgress, progress } from '../../../src/store/progress.ts';
import { complaints, expectAccessible, nextFrames, readThrough, render } from './render.ts';
import { SampleLesson, sample } from './sample/SampleLesson.tsx';

let shown: ReturnType<typeof render>;
let heard: string[];

const find = (selector: string): HTMLElement => {
  const element = shown.root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`nothing on the page is ${selector}`);
  return element;
};

/** The text of a section by its heading. */
const section = (heading: string): HTMLElement => {
  const title = [...shown.root.querySelectorAll('h2')].find(({ textContent }) => textContent === heading);
  const element = title?.closest<HTMLElement>('section');
  if (!element) throw new Error(`no section ${heading}`);
  return element;
};

const saved = () => lessonProgress(progress.getState().value, sample.id);

beforeEach(async () => {
  heard = complaints();
  await page.viewport(1440, 900);
  await progress.update(() => ({ lessons: {} }));
  await notes.update(() => ({ lessons: {} }));
  shown = render(<SampleLesson />);
  await vi.waitFor(() => find('[data-live="sojourn"]').textContent === '0.5' || Promise.reject(), 20_000);
  await readThrough();
  // The demo and the questions, which load on approach.
  await vi.waitFor(() => expect(shown.root.textContent).toContain('PASS M/M/1: L = λW'), 20_000);
  await vi.waitFor(() => expect(shown.root.textContent).toContain('none answered yet'));
});

afterEach(() => {
  shown.unmount();
  vi.restoreAllMocks();
});

describe('a lesson', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 1024],
    ['light', 390],
    ['dark', 390],
  ] as const)('is accessible, complains about nothing and fits the page: %s, %i px', async (theme, width) => {
    document.documentElement.dataset.theme = theme;
    await page.viewport(width, 900);
    await vi.waitFor(() => expect(shown.root.textContent).toContain('PASS M/M/1: L = λW'), 20_000);
    await nextFrames();
    await expectAccessible(shown.root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(heard).toEqual([]);
    delete document.documentElement.dataset.theme;
  });

  it('lists its sections in their order', () => {
    const outline = [...find('nav[aria-label="On this page"]').querySelectorAll('a')].map(
      (link) => link.textContent,
    );
    const headings = [...shown.root.querySelectorAll('.lesson-text h2')].map(
      (heading) => heading.textContent,
    );
    expect(outline).toEqual(headings.filter((heading) => heading !== null));
    expect(outline[0]).toBe('Predict');
  });

  it('shows the formula, the same with the numbers of now, and says it in words', () => {
    const figure = find('figure:has(math)');
    expect(figure.querySelectorAll('math')).toHaveLength(2);
    expect(figure.querySelector('math .symbol-sojourn')?.textContent).toBe('W');
    const slots = [...figure.querySelectorAll('mn[data-live]')].map((slot) => [
      slot.textContent,
      slot.className,
    ]);
    expect(slots).toEqual([
      ['0.5', 'live-slot symbol-sojourn'],
      ['10', 'live-slot symbol-service-rate'],
      ['8', 'live-slot symbol-arrival-rate'],
    ]);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Holds for one server');
    expect(figure.textContent).toContain('In words: W is one divided by mu minus lambda.');
    expect(getComputedStyle(find('math .symbol-sojourn')).color).not.toBe(getComputedStyle(figure).color);
  });
});

describe('a prediction', () => {
  it('reveals the answer only after the reader has committed', async () => {
    const predict = section('Predict');
    expect(predict.textContent).not.toContain('The headroom shrinks');
    await userEvent.click(page.getByText('1.8 times as long'));
    await userEvent.click(page.getByRole('button', { name: 'Commit and compare' }).first());
    await vi.waitFor(() => expect(predict.textContent).toContain('The headroom shrinks'));
    expect(predict.querySelector('dl')?.textContent).toBe(
      'You predicted1.8 times as longIt is5 times as long',
    );
    expect(saved().predictions).toEqual({ 'half-load': '1.8 times as long' });
    await userEvent.click(page.getByRole('button', { name: 'Predict again' }));
    expect(predict.textContent).not.toContain('The headroom shrinks');
  });

  it('takes a number, and refuses what is none', async () => {
    const field = page.getByRole('textbox', { name: /mean time at half load/ });
    const commit = page.getByRole('button', { name: 'Commit and compare' }).nth(1);
    await userEvent.fill(field, 'twice');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(commit).toBeDisabled();
    await userEvent.fill(field, '150');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(saved().predictions.p95).toBe('150\u202fms'));
  });
});

describe('“break it”', () => {
  it('injects a fault in the widget, says where to look, and undoes it', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Inject: Service times become erratic' }));
    const row = section('Break it');
    await vi.waitFor(() => expect(row.textContent).toContain('Injected. See'));
    await vi.waitFor(() => expect(Number(find('[data-live="sojourn"]').textContent)).toBeGreaterThan(1));
    await userEvent.click(page.getByRole('button', { name: 'Undo: Service times become erratic' }));
    await vi.waitFor(() => expect(find('[data-live="sojourn"]').textContent).toBe('0.5'));
    expect(row.textContent).not.toContain('Injected');
  });
});

describe('the demo cell', () => {
  it('shows the source that it runs, what came of it, and runs it again', async () => {
    const demo = section('In the notebook');
    await vi.waitFor(() => expect(demo.textContent).toContain('PSI 0.121194'));
    expect(demo.textContent).toContain('psi(reference, current');
    expect(demo.querySelectorAll('rect[class*=bar]').length).toBeGreaterThanOrEqual(8);
    await userEvent.click(page.getByRole('button', { name: 'Run cell 2', exact: true }).first());
    await vi.waitFor(() => expect(demo.textContent).toContain('PASS PSI ≥ 0'));
  });
});

describe('the checklist', () => {
  it('saves its ticks', async () => {
    await userEvent.click(page.getByText('You know μ of one server'));
    await vi.waitFor(() => expect(saved().ticks).toHaveLength(1));
    expect(section('Checklist').textContent).toContain('1 of 2 in place');
  });
});

describe('the skill check', () => {
  it('explains at once, right or wrong, counts, and lets one try again', async () => {
    const check = section('Skill check');
    await userEvent.click(page.getByText('It rises by an eighth'));
    await userEvent.click(page.getByRole('button', { name: 'Check' }).first());
    await vi.waitFor(() => expect(check.textContent).toContain('Not right'));
    expect(check.textContent).toContain('That would be a delay in proportion to the utilization.');
    expect(check.textContent).toContain('The headroom halves');
    expect(check.textContent).toContain('0 of 4 right, 3 to go.');

    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await userEvent.click(page.getByText('It doubles'));
    await userEvent.click(page.getByRole('button', { name: 'Check' }).first());
    await vi.waitFor(() => expect(check.textContent).toContain('1 of 4 right, 3 to go.'));

    await userEvent.fill(page.getByRole('textbox', { name: /What is ρ/ }), '0,8');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(check.textContent).toContain('2 of 4 right, 2 to go.'));
    expect(saved().answers).toEqual({
      double: { given: [1], right: true },
      rho: { given: '0,8', right: true },
    });

    await userEvent.click(page.getByRole('button', { name: 'Start over' }));
    await vi.waitFor(() => expect(check.textContent).toContain('none answered yet'));
  });
});

describe('the notes', () => {
  const field = () => page.getByRole('textbox', { name: /What do you want to remember/ });

  it('save what is typed, say so, count, and are there after a reload', async () => {
    await userEvent.fill(field(), 'Headroom is not waste. <img src=x onerror=alert(1)>');
    await vi.waitFor(() => expect(section('Notes').textContent).toContain('Saved'));
    expect(section('Notes').textContent).toContain('51 of 8,000 characters');
    shown.unmount();
    shown = render(<SampleLesson />);
    await expect.element(field()).toHaveValue('Headroom is not waste. <img src=x onerror=alert(1)>');
  });

  it('stop at 8,000 characters and say that they are full', async () => {
    await userEvent.fill(field(), 'x'.repeat(8_000));
    await userEvent.type(field(), 'yz');
    await expect.element(field()).toHaveValue('x'.repeat(8_000));
    expect(section('Notes').textContent).toContain('8,000 of 8,000 characters: the note is full');
  });

  it('say that they are not saved when the storage is full, and keep the text', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await userEvent.fill(field(), 'kept');
    await vi.waitFor(() => expect(section('Notes').textContent).toContain('Not saved'));
    await expect.element(field()).toHaveValue('kept');
    vi.restoreAllMocks();
    await notes.retry();
    await vi.waitFor(() => expect(section('Notes').textContent).not.toContain('Not saved'));
  });
});

describe('the end of a lesson', () => {
  it('marks it as done and takes that back', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Mark as done' }));
    await vi.waitFor(() => expect(saved().done).toBe(true));
    expect(find('header').textContent).toContain('done');
    await userEvent.click(page.getByRole('button', { name: 'Done' }));
    await vi.waitFor(() => expect(saved().done).toBe(false));
  });
});

describe('a lesson that does not load', () => {
  it('says what is kept and what to do, and tries again', async () => {
    shown.unmount();
    let attempts = 0;
    const load = async () => {
      attempts++;
      if (attempts === 1) throw new TypeError('Failed to fetch');
      return (await import('./sample/sample.mdx')).default;
    };
    shown = render(<SampleLesson load={load} />);
    await vi.waitFor(() =>
      expect(find('[role="alert"]').textContent).toContain('Your notes and progress are kept'),
    );
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(shown.root.textContent).toContain('A server that is idle half of the day'));
  });
});
