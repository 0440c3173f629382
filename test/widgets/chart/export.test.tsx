import { describe, expect, it } from 'vitest';
import { exportPng } from '../../../src/widgets/chart/exportPng.ts';
import { exportPicture, exportSvg } from '../../../src/widgets/chart/exportSvg.ts';
import { show, useTheme } from '../support/show.tsx';
import { EveryMark } from './EveryMark.tsx';

async function picture() {
  const { find } = await show(<EveryMark width={390} />);
  const svg = find('svg[role]');
  if (!(svg instanceof SVGSVGElement)) throw new Error('no picture');
  return svg;
}

const parse = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;

describe('a picture as an SVG file', () => {
  it('needs no style sheet and no page around it', async () => {
    useTheme('light');
    const text = exportSvg(await picture());
    expect(text).not.toContain('var(');
    expect(text).not.toContain('light-dark(');
    expect(text).not.toMatch(/\sclass=/);
    expect(text).not.toMatch(/\sstyle=/);
    const root = parse(text);
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(root.querySelector('parsererror')).toBeNull();
    expect(root.textContent).toContain('utilization');
  });

  it('finds its own clip paths and hatches', async () => {
    const root = parse(exportSvg(await picture()));
    const references = [...root.outerHTML.matchAll(/url\((?:&quot;|")?#([^)"&]+)/g)].map(([, id]) => id);
    expect(references.length).toBeGreaterThan(1);
    const ids = new Set([...root.querySelectorAll('[id]')].map(({ id }) => id));
    for (const id of references) expect(ids).toContain(id);
  });

  it('has the colours of the theme and its page behind it', async () => {
    const fill = async (theme: 'light' | 'dark') => {
      useTheme(theme);
      const root = parse(exportSvg(await picture()));
      return root.querySelector('rect')?.getAttribute('fill');
    };
    expect(await fill('light')).toBe('rgb(253, 252, 249)');
    expect(await fill('dark')).toBe('rgb(21, 23, 27)');
  });

  it('leaves out what only serves operation, and leaves the page as it was', async () => {
    const svg = await picture();
    const before = svg.outerHTML;
    expect(svg.querySelector('[data-export="skip"]')).not.toBeNull();
    const root = parse(exportSvg(svg));
    expect(root.querySelector('[data-export="skip"]')).toBeNull();
    expect(root.querySelector('[tabindex]')).toBeNull();
    expect(svg.outerHTML).toBe(before);
  });
});

describe('a picture of several charts', () => {
  it('is one file in which each stands where it stood', async () => {
    const { root } = await show(
      <div>
        <EveryMark width={390} />
        <p>between them</p>
        <EveryMark width={300} />
      </div>,
    );
    const charts = [...root.querySelectorAll('svg[aria-label]')].map((chart) =>
      chart.getBoundingClientRect(),
    );
    expect(charts.length).toBeGreaterThan(1);
    const { svg, width, height } = exportPicture(root);
    const nested = [...parse(svg).children].filter(({ localName }) => localName === 'svg');
    expect(nested).toHaveLength(charts.length);
    expect(width).toBe(390);
    expect(height).toBeCloseTo(Math.max(...charts.map(({ bottom }) => bottom)) - charts[0]!.top, 5);
    expect(Number(nested[1]!.getAttribute('y'))).toBeCloseTo(charts[1]!.top - charts[0]!.top, 5);
  });

  it('is refused where nothing is drawn', () => {
    expect(() => exportPicture(document.createElement('div'))).toThrow('no picture');
  });
});

describe('a picture as a PNG file', () => {
  it.each([1, 2])('has %i times its size on the page, and its colours', async (scale) => {
    useTheme('light');
    const svg = await picture();
    const blob = await exportPng(svg.parentElement!, scale);
    expect(blob.type).toBe('image/png');
    expect([...new Uint8Array(await blob.slice(0, 4).arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const image = await createImageBitmap(blob);
    expect([image.width, image.height]).toEqual([390 * scale, 320 * scale]);

    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    expect([...context.getImageData(1, 1, 1, 1).data]).toEqual([253, 252, 249, 255]);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4)
      colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    // Words, the simulation's dots and the marker.
    for (const colour of [0x1d1d1f, 0x0077bb, 0xd9641d]) expect(colours).toContain(colour);
  });
});
