import { afterEach, describe, expect, it } from 'vitest';
import { exportPage } from '../../../../src/widgets/notebook/files/index.ts';
import { hostile, outputs, section, svg } from './sample.ts';

const date = new Date('2026-01-02T03:04:05Z');
const link = 'https://example.org/course/#/notebook';
const prose = new Map([['2.4/1', '<p>At <math><mi>ρ</mi></math> = 0.8 the queue grows.</p>']]);
const page = exportPage({ section, outputs, prose, date, link });

/** The page as a browser shows it when the file is opened. */
async function open(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the page cannot be looked into');
  return frame.contentDocument;
}

afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  Reflect.deleteProperty(window, 'attacked');
});

describe('an exported page', () => {
  it('shows prose, sources, outputs, date and link', async () => {
    const shown = await open(page);
    expect(shown.title).toBe(section.title);
    expect(shown.querySelector('main section math')?.textContent).toBe('ρ');
    expect([...shown.querySelectorAll('figcaption')].map(({ textContent }) => textContent)).toEqual([
      'TypeScript',
      'JavaScript',
      'python',
    ]);
    const sources = [...shown.querySelectorAll('figure > pre')].map(({ textContent }) => textContent);
    expect(sources).toEqual(section.cells.slice(1).map(({ source }) => source));
    expect(shown.querySelector('svg')?.outerHTML).toBe(svg.replace('/>', '></path>'));
    expect([...shown.querySelectorAll('td.number')].map(({ textContent }) => textContent)).toEqual([
      '0.8',
      '–',
    ]);
    expect(shown.querySelector('.failed pre')?.textContent).toContain('load is not defined');
    expect(shown.querySelector('time')?.dateTime).toBe('2026-01-02');
    expect(shown.querySelector('a')?.href).toBe(link);
  });

  it('wears its own style sheet under its own policy', async () => {
    const shown = await open(page);
    expect(getComputedStyle(shown.querySelector('figcaption')!).fontSize).toBe('14px');
  });

  it('shows hostile text as text', async () => {
    const shown = await open(page);
    expect(shown.querySelectorAll('script, img')).toHaveLength(0);
    expect(shown.querySelector('h1')?.textContent).toBe(section.title);
    expect(window).not.toHaveProperty('attacked');
  });

  it('runs nothing and loads nothing even from prose and pictures that were handed in', async () => {
    const bad = `<p style="color: red">${hostile}<svg onload="parent.attacked = true"></svg><iframe src="data:text/html,x"></iframe><a href="javascript:parent.attacked=true">x</a></p>`;
    const asked: string[] = [];
    const shown = await open(
      exportPage({ section, prose: new Map([['2.4/1', bad]]), date, link: 'javascript:alert(1)' }),
    );
    shown.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      asked.push(effectiveDirective),
    );
    expect(shown.querySelectorAll('script')).toHaveLength(1);
    expect(getComputedStyle(shown.querySelector('main p')!).color).not.toBe('rgb(255, 0, 0)');
    shown.querySelector('main a')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(window).not.toHaveProperty('attacked');
    expect(asked.length).toBeGreaterThan(0);
    expect(shown.querySelector('header a')).toBeNull();
  });

  it('writes prose that nobody rendered as its source', async () => {
    const shown = await open(exportPage({ section, date, link }));
    expect(shown.querySelector('main section pre')?.textContent).toBe('At $\\rho$ = 0.8\n\nthe queue grows.');
  });
});
