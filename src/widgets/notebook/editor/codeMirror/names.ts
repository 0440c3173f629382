import { Facet } from '@codemirror/state';

/** Names that the section's other cells declare. */
export const otherNames = Facet.define<readonly string[], readonly string[]>({
  combine: (values) => values.flat(),
});
