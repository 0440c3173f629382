/** What the editor can say of a name that a cell may use. */
export interface Entry {
  readonly name: string;
  readonly kind: 'folder' | 'call' | 'class' | 'value';
  /** As its source declares it; the overloads of a call one below the other. */
  readonly signature: string;
  /** The first paragraph of its documentation. */
  readonly prose: string;
  readonly example?: string;
  /** Declarations of the types that the signature names. */
  readonly types?: readonly string[];
}

/** A folder of the engine, as `virtual:engine-calls` gives it. */
export interface EngineFolder {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Names that belong to another folder and can be called from here as well. */
  readonly passedOn: readonly { readonly name: string; readonly folder: string }[];
}
