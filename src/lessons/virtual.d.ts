declare module 'virtual:lessons' {
  /** Front matter of the written lessons, in course order; made by scripts/vite/lessonCatalog.ts. */
  export const lessons: readonly {
    readonly id: string;
    readonly part: number;
    readonly title: string;
    readonly question: string;
    readonly widget?: string;
    readonly terms: readonly { readonly term: string; readonly meaning: string }[];
    readonly symbols: readonly string[];
    readonly minutes: number;
    /** Path from the repository's root, as `import.meta.glob` keys it. */
    readonly file: string;
  }[];
}
