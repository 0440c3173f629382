import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Regions {
  readonly exclude?: readonly string[];
  readonly within?: string;
}

/**
 * Fails with a readable list when axe finds anything on the page, at any impact. `exclude` takes selectors of
 * regions to leave out; say why where you use it. `within` looks at one region of a page that is too long for more.
 */
export async function expectAccessible(page: Page, { exclude = [], within }: Regions = {}) {
  const builder = new AxeBuilder({ page });
  if (within) builder.include(within);
  for (const selector of exclude) builder.exclude(selector);
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      (node) => `${impact} ${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`,
    ),
  );
  expect(found.join('\n'), 'axe violations').toBe('');
}
