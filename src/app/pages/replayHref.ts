import * as v from 'valibot';
import { formatValue } from '../../widgets/frame/parameters.ts';

/** What a widget's record says of its run; whatever else stands in it is not needed to run it again. */
const runSchema = v.object({
  input: v.object({ values: v.record(v.string(), v.union([v.number(), v.string(), v.boolean()])) }),
  config: v.object({ widget: v.string(), version: v.number(), seed: v.number() }),
  result: v.nullish(v.string()),
});

/**
 * Address that runs a record again, undefined when the record is not a widget's. Its values are those that were in
 * effect, an injected failure included. The frame checks each against the widget's bounds: the record may come from
 * an imported file.
 */
export function replayHref(record: unknown): string | undefined {
  const checked = v.safeParse(runSchema, record);
  if (!checked.success) return undefined;
  const { input, config, result } = checked.output;
  const query = new URLSearchParams({ widget: config.widget, version: String(config.version) });
  for (const [name, value] of Object.entries(input.values)) query.set(name, formatValue(value));
  query.set('seed', String(config.seed));
  if (result) query.set('fingerprint', result);
  return `#/gallery/${encodeURIComponent(config.widget)}?${query}`;
}
