import type { SVGProps } from 'react';

/** A group that is drawn and not read aloud: tick labels and readouts that are said better elsewhere. */
export function Unspoken(props: SVGProps<SVGGElement>) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group without tabindex takes no focus
  return <g aria-hidden="true" {...props} />;
}
