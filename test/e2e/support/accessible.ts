import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails with a readable list when axe finds anything on the page, at any impact. `exclude` takes selectors of
 * regions to leave out; say why where you use it.
 */
export async function expectAccessible(page: Page, { exclude = [] }: { exclude?: readonly string[] } = {}) {
  const builder = new AxeBuilder({ page });
  for (const selector of exclude) builder.exclude(selector);
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      (node) => `${impact} ${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`,
    ),
  );
  expect(found.join('\n'), 'axe violations').toBe('');
}
