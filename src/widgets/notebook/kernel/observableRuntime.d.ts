/** The part of @observablehq/runtime 6 that the kernel uses; the package has no types of its own. */
declare module '@observablehq/runtime' {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown): void;
    rejected?(error: unknown): void;
  }

  export interface Variable {
    define(name: string, inputs: readonly string[], definition: (...inputs: never[]) => unknown): Variable;
    delete(): void;
  }

  export interface Module {
    variable(observer?: Observer | true): Variable;
  }

  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    /** Resolves when what was defined so far has been put in order and begun. */
    _compute(): Promise<void>;
  }

  export class RuntimeError extends Error {
    /** The name that could not be had. */
    readonly input?: string;
  }
}
