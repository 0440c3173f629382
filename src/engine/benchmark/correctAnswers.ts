/** Rows of `scores` whose largest element stands at the row's label; the first of equals counts. */
export function correctAnswers(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const width = scores.length / labels.length;
  let correct = 0;
  for (let row = 0; row < labels.length; row++) {
    let best = 0;
    for (let column = 1; column < width; column++)
      if ((scores[row * width + column] ?? Number.NaN) > (scores[row * width + best] ?? Number.NaN))
        best = column;
    if (best === labels[row]) correct += 1;
  }
  return correct;
}
