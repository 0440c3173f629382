/** Lets `style` carry custom properties (`--fill`), which React passes on and its types leave out. */
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}

export {};
