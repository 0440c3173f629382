/**
 * The icons, drawn as strokes on a 20 × 20 grid in the colour of the text around them.
 *
 *     <Icon name="play" />            // decorative: hidden from screen readers, so name the button
 */
const drawings = {
  play: 'M6.5 4v12l9-6z',
  pause: 'M7 4.5v11M13 4.5v11',
  step: 'M5 4.5v11l7.5-5.5zM15 4.5v11',
  backward: 'M15 4.5v11L7.5 10zM5 4.5v11',
  scrub: 'M3 10h14M8 6.5v7M8 6.5h3.5v7H8z',
  reset: 'M4.5 4v4h4M4.8 8a6 6 0 1 1-.6 3.5',
  seed: 'M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01',
  pin: 'M7.5 3h5M8.5 3v5l-2.5 3.5h8L11.5 8V3M10 11.5V17',
  share:
    'M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5L9.8 5.2M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1.2-1.2',
  embed: 'M6.5 5.5 2.5 10l4 4.5M13.5 5.5l4 4.5-4 4.5M11.3 4.5l-2.6 11',
  export: 'M10 3v9.5M6.5 9l3.5 3.5L13.5 9M3.5 13v3.5h13V13',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.9h13M8.5 4.5v11',
  fullscreen: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  close: 'M5 5l10 10M15 5 5 15',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9.3v4.2M10 6.5h.01',
  check: 'M4 10.5l4 4 8-9',
  warning: 'M10 3.5 17.3 16H2.7zM10 8.3v3.7M10 14h.01',
  fault: 'M11.5 2.5 4.5 11.5h5l-1 6 7-9h-5z',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  sun: 'M10 6.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3z',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  search: 'M8.7 3.5a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM12.5 12.5l4.5 4.5',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  trash: 'M3.5 5.5h13M8 5.5v-2h4v2M5.2 5.5l.8 11h8l.8-11M8.5 8.5v5M11.5 8.5v5',
  plus: 'M10 4v12M4 10h12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  undo: 'M7 4.5 3.5 8 7 11.5M3.5 8h8.2a4.4 4.4 0 0 1 0 8.8H8',
  redo: 'M13 4.5 16.5 8 13 11.5M16.5 8H8.3a4.4 4.4 0 0 0 0 8.8H12',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6',
  stop: 'M5.5 5.5h9v9h-9z',
  pencil: 'M4 16l.8-3.5 8.7-8.7 2.7 2.7-8.7 8.7zM11.5 5.8l2.7 2.7',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
