import { type InputType, mostBytes, type OwnInput } from '../../ownModelCard.ts';
import { bytesOf } from './elementTypes.ts';
import { type Dimension, type ModelFacts, ModelRefused, type Port } from './modelFacts.ts';

/** A dimension that the reader has to choose. */
export interface FreeDimension {
  readonly name: string;
  readonly suggested: number;
  /** Whether it counts the rows of a batch. */
  readonly batch: boolean;
}

/** Sizes of the free dimensions by their names. */
export type Sizes = Readonly<Record<string, number>>;

/** The inputs' free dimensions, each once, with a size to begin with. */
export function freeDimensions({ inputs }: ModelFacts): readonly FreeDimension[] {
  const found = new Map<string, FreeDimension>();
  for (const { shape } of inputs)
    for (const [axis, dimension] of (shape ?? []).entries())
      if (typeof dimension === 'string' && !found.has(dimension))
        found.set(dimension, { name: dimension, ...suggestion(dimension, axis) });
  return [...found.values()];
}

/**
 * The inputs with their dimensions chosen.
 *
 * @throws ModelRefused when the lab cannot make one of them
 */
export function chooseInputs({ inputs }: ModelFacts, sizes: Sizes, upperBound: number): OwnInput[] {
  return inputs.map(({ name, type, shape }) => {
    if (!isInputType(type))
      throw new ModelRefused(
        `The input ${name} is ${type ?? 'no tensor'}. The lab can fill ${inputTypes.join(', ')}.`,
      );
    if (!shape) throw new ModelRefused(`The file does not say what shape the input ${name} has.`);
    const dims = shape.map((dimension) => sizeOf(dimension, sizes) ?? 1);
    return { name, type, dims, upperBound: /mask/i.test(name) ? 2 : upperBound };
  });
}

/** Bytes that go in and come out in one run, as far as the file says. */
export interface Weight {
  readonly inputs: number;
  readonly outputs: number;
  /** Outputs whose size is known only after a run. */
  readonly unknown: readonly string[];
}

export function weigh({ inputs, outputs }: ModelFacts, sizes: Sizes): Weight {
  const known = outputs.map((port) => ({ name: port.name, bytes: bytesIn(port, sizes) }));
  return {
    inputs: inputs.reduce((sum, port) => sum + (bytesIn(port, sizes) ?? 0), 0),
    outputs: known.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    unknown: known.flatMap(({ name, bytes }) => (bytes === null ? [name] : [])),
  };
}

/** Why so much is not run, or null. */
export function tooHeavy({ inputs, outputs }: Weight): string | null {
  const [what, bytes] = inputs >= outputs ? ['inputs', inputs] : ['outputs', outputs];
  if (bytes <= mostBytes) return null;
  return `With these dimensions the ${what} take ${megabytes(bytes)}. The lab stops at ${megabytes(mostBytes)}: they are copied between page and runtime in every run, and a tab that runs out of memory is closed by the browser. Choose smaller dimensions.`;
}

export const megabytes = (bytes: number): string =>
  bytes < 1e6
    ? `${(bytes / 1e3).toLocaleString('en-GB', { maximumSignificantDigits: 3 })} kB`
    : `${(bytes / 1e6).toLocaleString('en-GB', { maximumSignificantDigits: 3 })} MB`;

const inputTypes: readonly InputType[] = ['float32', 'float16', 'int32', 'int64', 'uint8', 'bool'];

const isInputType = (type: string | null): type is InputType => inputTypes.some((known) => known === type);

const suggestion = (name: string, axis: number): Omit<FreeDimension, 'name'> => {
  const batch = /batch|^n$|^b$|^bs$/i.test(name) || (axis === 0 && name.endsWith('[0]'));
  if (batch) return { suggested: 1, batch };
  if (/past/i.test(name)) return { suggested: 0, batch };
  if (/height|width|^h$|^w$/i.test(name)) return { suggested: 64, batch };
  if (/seq|len|token|time/i.test(name)) return { suggested: 16, batch };
  return { suggested: 8, batch };
};

const sizeOf = (dimension: Dimension, sizes: Sizes): number | undefined =>
  typeof dimension === 'number' ? dimension : sizes[dimension];

const bytesIn = ({ type, shape }: Port, sizes: Sizes): number | null => {
  if (!type || !shape) return null;
  let bytes = bytesOf(type);
  for (const dimension of shape) {
    const size = sizeOf(dimension, sizes);
    if (size === undefined) return null;
    bytes *= size;
  }
  return bytes;
};
