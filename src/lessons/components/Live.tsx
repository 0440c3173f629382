import { type ComponentProps, createContext, createElement, useContext } from 'react';
import { formatNumber, withUnit } from '../../widgets/chart/index.ts';
import { useLive } from '../../widgets/frame/index.ts';

const unknown = '–';

/** Width in digits that a live number takes at least, so that its line does not jump while the reader drags. */
export const LiveWidth = createContext(0);

/** A widget's present value in running text, with its unit: `at ρ = <Live name="utilization" />`. */
export function Live({ name }: { name: string }) {
  const live = useLive(name);
  if (!live) return <span>{unknown}</span>;
  return (
    <span className={`live symbol-${live.role}`}>
      {withUnit(formatNumber(live.value, live.digits), live.unit)}
    </span>
  );
}

/** MathML's number element: `\live{name}` in a formula becomes one that follows the widget. */
export function MathNumber(props: ComponentProps<'span'> & { 'data-live'?: string }) {
  const name = props['data-live'];
  return name === undefined ? createElement('mn', props) : <LiveSlot name={name} />;
}

/** React knows MathML's elements, its types do not: hence createElement. */
function LiveSlot({ name }: { name: string }) {
  const live = useLive(name);
  const least = useContext(LiveWidth);
  const text = live ? formatNumber(live.value, live.digits) : unknown;
  const number = createElement(
    'mn',
    { className: `live-slot symbol-${live?.role ?? 'neutral'}`, 'data-live': name },
    text,
  );
  const missing = least - widthOf(text);
  if (missing <= 0) return number;
  const half = createElement('mspace', { width: `${(missing * digit) / 2}em` });
  return createElement('mrow', null, half, number, half);
}

/** Width of a digit in em, as text faces have it. */
const digit = 0.5;

/** Width of a formatted number in digits: points and commas are half as wide. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (/[.,]/.test(sign) ? 0.5 : 1), 0);
