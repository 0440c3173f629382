import { limits, type PlotMark } from '../../../../../engine/notebook/index.ts';

/** Marks with at most `limits.plotPoints` points together: of more, every n-th, and the last of each. */
export function thinned(marks: readonly PlotMark[]): { marks: readonly PlotMark[]; every: number } {
  const points = marks.reduce((sum, mark) => sum + pointsOf(mark), 0);
  const every = Math.ceil(points / (limits.plotPoints - marks.length));
  if (every <= 1) return { marks, every: 1 };
  const thin = <T>(list: readonly T[]) =>
    list.filter((_, index) => index % every === 0 || index === list.length - 1);
  return { marks: marks.map((mark) => thinnedMark(mark, thin)), every };
}

const pointsOf = (mark: PlotMark) =>
  'points' in mark ? mark.points.length : 'bins' in mark ? mark.bins.length : 1;

function thinnedMark(mark: PlotMark, thin: <T>(list: readonly T[]) => T[]): PlotMark {
  switch (mark.mark) {
    case 'line':
      return { ...mark, points: thin(mark.points) };
    case 'area':
      return { ...mark, points: thin(mark.points) };
    case 'scatter':
      return { ...mark, points: thin(mark.points) };
    default:
      return mark;
  }
}
