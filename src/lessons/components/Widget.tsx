import { WidgetSlot } from '../../widgets/frame/index.ts';

/** The lesson's instrument, as wide as the page lets it be. Other components reach it by its id. */
export function Widget({ id }: { id: string }) {
  return (
    <div id={placeOf(id)} className="lesson-wide lesson-widget">
      <WidgetSlot id={id} />
    </div>
  );
}

/** Brings a widget into view, gently unless the reader wants no motion. */
export function showWidget(id: string): void {
  const still =
    matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset.motion;
  document
    .getElementById(placeOf(id))
    ?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
}

const placeOf = (id: string) => `widget-${id}`;
