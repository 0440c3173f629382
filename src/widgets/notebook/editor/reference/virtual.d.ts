declare module 'virtual:engine-calls' {
  /** Every public call of the engine with its comment; made by scripts/vite/engineCalls.ts. */
  export const folders: readonly import('./entry.ts').EngineFolder[];
}
