/** For each row of `width` scores, the place of the largest; the first of equals counts. */
export function predictedClasses(scores: ArrayLike<number>, width: number): Uint8Array {
  return Uint8Array.from({ length: scores.length / width }, (_, row) => {
    let best = 0;
    for (let column = 1; column < width; column++)
      if ((scores[row * width + column] ?? Number.NaN) > (scores[row * width + best] ?? Number.NaN))
        best = column;
    return best;
  });
}

/** How many classes are the same in both lists: right answers against labels, agreement against another model's. */
export function sameClasses(classes: Uint8Array, others: Uint8Array): number {
  return classes.reduce((sum, one, row) => sum + (one === others[row] ? 1 : 0), 0);
}
