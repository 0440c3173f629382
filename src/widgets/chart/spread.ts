/**
 * Moves label positions apart to at least `gap`, within [low, high], each as near to its wish as the others
 * allow. Returns positions in the order given.
 *
 *     spread([10, 12, 80], 16, 0, 100)   // → [3, 19, 80]
 */
export function spread(wishes: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
  // Pool neighbours that touch into blocks centred on their wishes, until none touch any more.
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    blocks.push({ sum: (wishes[index] ?? 0) - rank * gap, count: 1 });
    for (;;) {
      const [before, after] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !after || before.sum / before.count <= after.sum / after.count) return;
      before.sum += after.sum;
      before.count += after.count;
      blocks.pop();
    }
  });
  const placed: number[] = Array.from({ length: wishes.length }, () => 0);
  const [first, last] = [low, Math.max(low, high - (wishes.length - 1) * gap)];
  let rank = 0;
  for (const block of blocks) {
    const base = Math.min(last, Math.max(first, block.sum / block.count));
    for (let k = 0; k < block.count; k += 1, rank += 1) {
      const index = order[rank];
      if (index !== undefined) placed[index] = base + rank * gap;
    }
  }
  return placed;
}
