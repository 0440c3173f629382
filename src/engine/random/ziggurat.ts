import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';

/**
 * Ziggurat of the unit exponential: 256 layers of equal area under e^(−x) (Marsaglia & Tsang 2000). The tables are
 * computed with the engine's own `exp` and `log`, so that they hold the same bits everywhere.
 */
export const LAYERS = 256;

/** Where the tail begins, and the area of every layer. */
export const TAIL_START = 7.69711747013105;
const LAYER_AREA = 0.003949659822581557;

const edge = new Float64Array(LAYERS + 1);
edge[0] = LAYER_AREA / exp(-TAIL_START);
edge[1] = TAIL_START;
for (let i = 2; i < LAYERS; i++) {
  const below = at(edge, i - 1);
  edge[i] = -log(LAYER_AREA / below + exp(-below));
}

/** Width of one step of a 31-bit word in each layer. */
export const layerScale = Float64Array.from({ length: LAYERS }, (_, i) => at(edge, i) / 2147483648);

/** A word below this lies under the curve for certain. */
export const layerAccept = Int32Array.from({ length: LAYERS }, (_, i) =>
  Math.floor((at(edge, i + 1) / at(edge, i)) * 2147483648),
);

/** e^(−x) at the layers' edges. */
export const layerDensity = edge.map((x) => exp(-x));
