import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WidgetScope, WidgetSlot } from '../../../src/widgets/frame/index.ts';
import { createInstance } from '../../../src/widgets/frame/instance.ts';
import { decodeLink, encodeLink } from '../../../src/widgets/frame/link.ts';
import widget from '../../../src/widgets/latency-distribution/widget.ts';
import { complaints, expectAccessible, render } from '../lessons/render.ts';
import '../../../src/widgets/theme/tokens.css';

afterEach(() => vi.restoreAllMocks());

async function show(link: string) {
  const heard = complaints();
  const page = await render(
    <main>
      <WidgetScope link={link}>
        <WidgetSlot id="latency-distribution" />
      </WidgetScope>
    </main>,
  );
  await vi.waitFor(
    () => {
      expect(page.root.querySelector('[data-refining="false"] svg')).not.toBeNull();
      expect(page.root.textContent).not.toContain('are being drawn');
    },
    { timeout: 20_000 },
  );
  return { ...page, heard };
}

const states: (readonly [name: string, link: string])[] = [
  ['default', ''],
  ['replicas', 'view=replicas'],
  ['recording', 'view=recording'],
  ['no stall', 'view=recording&stall=0'],
  ['one sample in sight', 'samples=1000&time=1'],
  ['two samples', 'samples=2'],
  ['replicas with few requests', 'view=replicas&replicas=8&samples=3'],
  ['linear axis and definition', 'logAxis=0&definition=linear&level=p999'],
  ['pinned', 'pin=1&pin.slowShare=0.3&slowShare=0.05'],
  ...widget.faults.map(({ id }) => [`fault ${id}`, `fault=${id}`] as const),
];

describe('the widget', () => {
  test.each(states)('shows %s, accessibly and without a word on the console', async (_name, link) => {
    const { root, heard, unmount } = await show(link);
    expect(root.querySelector('[role="alert"]')).toBeNull();
    expect(root.textContent).toContain(widget.title);
    expect(root.textContent).not.toContain('NaN');
    await expectAccessible(root);
    expect(heard).toEqual([]);
    unmount();
  });

  test('moves the SLO from its line in the picture, by keyboard', async () => {
    const { root, unmount } = await show('');
    const line = root.querySelector<SVGElement>('[role="slider"][aria-label="SLO, latency limit"]');
    expect(line?.getAttribute('aria-valuenow')).toBe('250');
    await act(async () => {
      line?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    });
    expect(Number(line?.getAttribute('aria-valuenow'))).toBeLessThan(250);
    unmount();
  });
});

describe('its state', () => {
  const settled = async (link: string) => {
    const instance = createInstance(widget, link, {});
    await vi.waitFor(() => expect(instance.getState().now.refining).toBe(false), { timeout: 20_000 });
    return instance;
  };

  test('survives a share link, time and fault included', () => {
    const { state, notices } = decodeLink(
      widget,
      'view=replicas&slo=300&definition=linear&fault=gc-pauses&time=40',
    );
    expect(notices).toEqual([]);
    expect(decodeLink(widget, encodeLink(widget, state)).state).toMatchObject({
      values: { view: 'replicas', slo: 300, definition: 'linear' },
      fault: 'gc-pauses',
      time: 40,
    });
  });

  test('gives the same fingerprint again for the same link, and keeps it when only the SLO moves', async () => {
    const [first, second, moved] = await Promise.all([
      settled('seed=3'),
      settled('seed=3'),
      settled('seed=4'),
    ]);
    expect(second.getState().fingerprint).toBe(first.getState().fingerprint);
    expect(moved.getState().fingerprint).not.toBe(first.getState().fingerprint);
    for (const instance of [first, second, moved]) instance.getState().dispose();
  });

  test('a playhead at the end stays at the end when samples are added, and one in the middle stays there', async () => {
    const instance = await settled('samples=100');
    const at = () => instance.getState().now.time;
    expect(at()).toBe(100);
    instance.getState().change({ samples: 400 });
    await vi.waitFor(() => expect(at()).toBe(400), { timeout: 20_000 });
    instance.getState().seek(50);
    instance.getState().change({ samples: 800 });
    await vi.waitFor(() => expect(instance.getState().timeline?.end).toBe(800), { timeout: 20_000 });
    expect(at()).toBe(50);
    instance.getState().dispose();
  });

  test('its live values and decision follow the playhead', async () => {
    const instance = await settled('');
    const { decision, live } = instance.getState();
    expect(decision).toMatchObject({ verdict: 'accept' });
    expect(live.samples?.value).toBe(1000);
    instance.getState().seek(30);
    expect(instance.getState().live.samples?.value).toBe(30);
    expect(instance.getState().decision).toMatchObject({ verdict: 'inconclusive' });
    instance.getState().dispose();
  });

  test.each(widget.faults.map(({ id }) => id))(
    'fault %s is seen in the decision or the badge',
    async (id) => {
      const [before, after] = await Promise.all([settled(''), settled(`fault=${id}`)]);
      const seen = (instance: typeof before) => {
        const { now, decision, live } = instance.getState();
        return JSON.stringify([
          decision?.verdict,
          widget.assumptions(now as never).map((one) => one.holds),
          live.tail?.value,
        ]);
      };
      expect(seen(after)).not.toBe(seen(before));
      for (const instance of [before, after]) instance.getState().dispose();
    },
  );

  test('the table and the sentence hold no empty number', async () => {
    for (const view of ['distribution', 'replicas', 'recording']) {
      const instance = await settled(`view=${view}`);
      const { now } = instance.getState();
      expect(
        widget
          .table(now as never)
          .rows.flat()
          .some(Number.isNaN),
      ).toBe(false);
      expect(widget.summarize(now as never)).not.toContain('–');
      instance.getState().dispose();
    }
  });
});
