import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { ArrivalSource } from '../../random/arrivals/arrivals.ts';

/** From `at` for `duration` seconds requests come `factor` times as fast; 0 stops them, overlapping factors multiply. */
export interface Spike {
  at: number;
  duration: number;
  factor: number;
}

/**
 * An arrival source with spikes. The source's own times are read as operational time u, and each arrival is put at the t
 * with ∫₀ᵗ factor(s) ds = u. A Poisson source so becomes a Poisson source of changing rate, and the arrivals before a spike
 * stay where they were.
 */
export function withSpikes(source: ArrivalSource, spikes: readonly Spike[]): ArrivalSource {
  if (spikes.length === 0) return source;
  const pieces = piecesOf(spikes);
  let k = 0;
  return {
    fill(times, count) {
      source.fill(times, count);
      for (let i = 0; i < count; i++) {
        const operational = times[i] ?? Infinity;
        let piece = pieces[k];
        while (piece && operational >= piece.operationalEnd) piece = pieces[++k];
        if (!piece || operational === Infinity) times[i] = Infinity;
        else times[i] = Math.min(piece.end, piece.at + (operational - piece.operational) / piece.factor);
      }
    },
  };
}

interface Piece {
  at: number;
  end: number;
  factor: number;
  operational: number;
  operationalEnd: number;
}

const piecesOf = (spikes: readonly Spike[]): Piece[] => {
  spikes.forEach(({ at, duration, factor }, i) => {
    requireNonNegative(`spikes[${i}].at`, at);
    requirePositive(`spikes[${i}].duration`, duration);
    requireNonNegative(`spikes[${i}].factor`, factor);
  });
  const borders = [...new Set([0, ...spikes.flatMap(({ at, duration }) => [at, at + duration])])].sort(
    (a, b) => a - b,
  );
  let operational = 0;
  return borders.map((at, i) => {
    const end = borders[i + 1] ?? Infinity;
    const active = spikes.filter((spike) => spike.at <= at && at < spike.at + spike.duration);
    const factor = active.reduce((product, spike) => product * spike.factor, 1);
    const piece = {
      at,
      end,
      factor,
      operational,
      operationalEnd: factor === 0 ? operational : operational + factor * (end - at),
    };
    operational = piece.operationalEnd;
    return piece;
  });
};
