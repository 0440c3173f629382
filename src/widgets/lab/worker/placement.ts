import * as v from 'valibot';
import type { Placement } from '../../../engine/benchmark/index.ts';

const kernelEvent = v.object({
  cat: v.literal('Node'),
  args: v.object({ provider: v.string() }),
  name: v.string(),
});

/**
 * Which provider ran how many nodes, from the profile that ONNX Runtime wrote: its events of category "Node"
 * whose name ends in "_kernel_time", one for each node and run.
 *
 * @param lines  what was written, in pieces of any size
 * @returns null when no such event can be read
 */
export function readPlacement(lines: readonly string[]): Placement | null {
  const counts = new Map<string, number>();
  for (const event of parseProfile(lines)) {
    const parsed = v.safeParse(kernelEvent, event);
    if (!parsed.success || !parsed.output.name.endsWith('_kernel_time')) continue;
    const { provider } = parsed.output.args;
    counts.set(provider, (counts.get(provider) ?? 0) + 1);
  }
  return counts.size === 0 ? null : [...counts].map(([provider, nodes]) => ({ provider, nodes }));
}

const parseProfile = (lines: readonly string[]): unknown[] => {
  const text = lines.join('\n');
  try {
    const parsed: unknown = JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
};
