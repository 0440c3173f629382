import type { GateResult } from '../../../../engine/benchmark/index.ts';
import { LabFailure } from '../../failures.ts';
import { pieceTokens } from '../../protocol.ts';
import type { WorkerClient } from '../../runner/workerClient.ts';
import type { Series } from './plan.ts';

/** A way of reading in which every cache layout and batch gave the reference's answer. */
export interface PassedGate {
  /** Most prompt tokens in one run; null reads prompts whole. */
  readonly piece: number | null;
  readonly gates: readonly GateResult[];
  /** The failed gate on the prompt read whole, where reading in pieces passed. */
  readonly wholePrompt: GateResult | null;
}

/**
 * Passes the reference text through every layout and batch. Where it fails with the prompt read whole, it is read in
 * pieces; where that fails too, no speed is shown.
 *
 * @param piece  what is known already: the gate after the samples reads as the samples did
 * @throws LabFailure `wrong-answer`
 */
export async function passGate(
  client: WorkerClient,
  series: readonly Series[],
  piece: number | null = null,
): Promise<PassedGate> {
  const gates = await recite(client, series, piece);
  if (gates.every(({ passed }) => passed)) return { piece, gates, wholePrompt: null };
  const whole = worstGate(gates);
  if (piece !== null) throw wrong(whole);
  const inPieces = await recite(client, series, pieceTokens);
  if (inPieces.every(({ passed }) => passed))
    return { piece: pieceTokens, gates: inPieces, wholePrompt: whole };
  throw wrong(worstGate(inPieces));
}

/** The one that is furthest off. */
export function worstGate(gates: readonly GateResult[]): GateResult {
  const [first] = gates;
  if (!first) throw new RangeError('There is no gate to choose from.');
  const severity = ({ passed, notFinite, maxAbsolute }: GateResult) =>
    (passed ? 0 : 1e6) + (notFinite > 0 ? 1e9 : 0) + maxAbsolute;
  return gates.reduce((worst, gate) => (severity(gate) > severity(worst) ? gate : worst), first);
}

const wrong = (gate: GateResult): LabFailure =>
  new LabFailure('wrong-answer', `largest difference ${gate.maxAbsolute}`, gate);

const recite = async (
  client: WorkerClient,
  series: readonly Series[],
  piece: number | null,
): Promise<GateResult[]> => {
  const kinds = new Map(series.map(({ cache, batch }) => [`${cache} ${batch}`, { cache, batch }]));
  const gates: GateResult[] = [];
  for (const kind of kinds.values())
    gates.push((await client.recite({ type: 'recite', ...kind, piece })).gate);
  return gates;
};
