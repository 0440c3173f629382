import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WidgetScope, WidgetSlot } from '../../../src/widgets/frame/index.ts';
import { createInstance } from '../../../src/widgets/frame/instance.ts';
import { decodeLink, encodeLink } from '../../../src/widgets/frame/link.ts';
import widget from '../../../src/widgets/littles-law/widget.ts';
import { complaints, expectAccessible, nextFrames, render } from '../lessons/render.ts';
import '../../../src/widgets/theme/tokens.css';

afterEach(() => vi.restoreAllMocks());

async function show(link: string) {
  const heard = complaints();
  const shown = render(
    <main>
      <WidgetScope link={link}>
        <WidgetSlot id="littles-law" />
      </WidgetScope>
    </main>,
  );
  await vi.waitFor(
    () => expect(shown.root.querySelector('[data-refining="false"] [data-request]')).not.toBeNull(),
    {
      timeout: 20_000,
    },
  );
  const find = (selector: string) => {
    const element = shown.root.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`nothing is ${selector}`);
    return element;
  };
  return { ...shown, heard, find };
}

const settled = async (link: string) => {
  const instance = createInstance(widget, link, {});
  await vi.waitFor(() => expect(instance.getState().now.refining).toBe(false), { timeout: 20_000 });
  return instance;
};

/** Time that the drawn bars show inside the window, in px: waiting and service parts. */
const drawn = (root: HTMLElement) =>
  [
    ...root.querySelectorAll<SVGRectElement>(
      '[data-request] [data-part="wait"], [data-request] [data-part="service"]',
    ),
  ]
    .map((bar) => bar.width.baseVal.value)
    .reduce((sum, width) => sum + width, 0);

const states: (readonly [name: string, link: string])[] = [
  ['the default', ''],
  ['a playhead before the window', 'time=0.5'],
  ['an empty system', 'time=0'],
  ['the whole path', 'from=0&to=6'],
  ['the largest load', 'arrivalRate=40&servers=8&serviceRate=0.5'],
  ['hardly any request', 'arrivalRate=0.5&serviceRate=20'],
  ['other laws and order', 'arrivals=bursty&service=lognormal&order=lifo'],
  ['a clock that runs behind', 'clockSkew=-120'],
  ['a pinned run', 'pin=1&pin.serviceRate=4'],
  ...widget.faults.map(({ id }) => [`the failure ${id}`, `fault=${id}`] as const),
];

describe('the widget', () => {
  test.each(states)('shows %s, accessibly and without a word on the console', async (_name, link) => {
    const { root, heard, unmount } = await show(link);
    expect(root.querySelector('[role="alert"]')).toBeNull();
    expect(root.textContent).not.toContain('NaN');
    await expectAccessible(root);
    expect(heard).toEqual([]);
    unmount();
  });

  test('fits a telephone', async () => {
    await page.viewport(390, 844);
    const { unmount } = await show('');
    await nextFrames();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    unmount();
    await page.viewport(1280, 900);
  });

  test('moves the picture with the playhead, by keyboard', async () => {
    const { root, find, unmount } = await show('');
    const [bars, sentence] = [drawn(root), root.textContent];
    find('input[type="range"][aria-valuetext]').focus();
    await userEvent.keyboard('{Home}');
    expect(drawn(root)).toBe(0);
    for (let i = 0; i < 20; i++) await userEvent.keyboard('{ArrowRight}');
    expect(drawn(root)).toBeGreaterThan(0);
    expect(drawn(root)).toBeLessThan(bars);
    expect(root.textContent).not.toBe(sentence);
    await userEvent.keyboard('{End}');
    expect(drawn(root)).toBeCloseTo(bars, 1);
    unmount();
  });

  test('moves the window by its rules, by keyboard', async () => {
    const { root, find, unmount } = await show('');
    const before = drawn(root);
    const end = find('[role="slider"][aria-label="window’s end"]');
    end.focus();
    for (let i = 0; i < 5; i++) await userEvent.keyboard('{ArrowRight}');
    expect(Number(end.getAttribute('aria-valuenow'))).toBeCloseTo(3.75, 9);
    expect(drawn(root)).toBeGreaterThan(before);
    unmount();
  });

  test('reads one request at a time, downwards as the bars go', async () => {
    const { find, unmount } = await show('');
    const reader = find('[aria-label="Read one request"]');
    reader.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const text = reader.getAttribute('aria-valuetext');
    expect(text).toMatch(/^request 2: arrival .+, wait .+, service .+, sojourn .+$/);
    await userEvent.keyboard('{ArrowUp}');
    expect(reader.getAttribute('aria-valuetext')).toMatch(/^request 1:/);
    await userEvent.keyboard('{Escape}');
    expect(reader.getAttribute('aria-valuetext')).toContain('not placed');
    unmount();
  });

  test('marks what each failure does to the measurement', async () => {
    const marks = {
      'finished-only': '[data-missed="true"]',
      rejects: '[data-ahead]',
      'clock-skew': '[data-part="skew"]',
    };
    for (const [fault, mark] of Object.entries(marks)) {
      const { root, unmount } = await show(`fault=${fault}`);
      expect(root.querySelectorAll(`svg ${mark}`).length, fault).toBeGreaterThan(3);
      expect(root.textContent).toContain('identity broken');
      unmount();
    }
  });
});

describe('its state', () => {
  test('survives a share link, window, moment and failure included', () => {
    const link =
      'arrivalRate=9.5&from=0.5&to=4.25&order=lifo&cohort=finished&clockSkew=-40&fault=rejects&time=2.5&seed=7';
    const { state, notices } = decodeLink(widget, link);
    expect(notices).toEqual([]);
    const again = decodeLink(widget, encodeLink(widget, state));
    expect(again).toEqual({ state: { ...state, version: widget.version }, notices: [] });
  });

  test('gives the same fingerprint for the same link, and another for another seed', async () => {
    const [first, second, other] = await Promise.all([
      settled('seed=3'),
      settled('seed=3'),
      settled('seed=4'),
    ]);
    expect(second.getState().fingerprint).toBe(first.getState().fingerprint);
    expect(other.getState().fingerprint).not.toBe(first.getState().fingerprint);
    for (const instance of [first, second, other]) instance.getState().dispose();
  });

  test('measures from the window’s start to the playhead, and stops at the changes of N(t)', async () => {
    const instance = await settled('time=2.5');
    expect(instance.getState().live.windowLength?.value).toBeCloseTo(1.25, 12);
    const before = instance.getState().now.time;
    instance.getState().step(1);
    const { now, timeline } = instance.getState();
    expect(now.time).toBeGreaterThan(before);
    expect(Array.from(timeline?.stops ?? [])).toContain(now.time);
    instance.getState().dispose();
  });

  test('says why a window that ends before it starts cannot be measured', async () => {
    const instance = await settled('from=4&to=3');
    expect(instance.getState().problem).toContain('the window must end after it starts');
    instance.getState().change({ to: 5 });
    await vi.waitFor(() => expect(instance.getState().decision).toMatchObject({ passed: true }), {
      timeout: 20_000,
    });
    expect(instance.getState().problem).toBeUndefined();
    instance.getState().dispose();
  });
});
