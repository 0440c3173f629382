/** The engine: everything that a lesson, a widget or a notebook cell may call. Pure functions over plain data. */
export * as drift from './drift/index.ts';
export * as queueing from './queueing/index.ts';
export * as random from './random/index.ts';
export * as record from './record/index.ts';
export * as release from './release/index.ts';
export * as simulate from './simulate/index.ts';
export * as stats from './stats/index.ts';
