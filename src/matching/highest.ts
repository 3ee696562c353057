/**
 * The rows with the highest scores above `floor`, best first and of equals the earlier; at most
 * `most` of them. A heap holds the best so far, so that the many others cost one look each.
 */
export function highest(scores: Float64Array, floor: number, most: number): number[] {
  if (most < 1) return [];
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  let bar = floor;
  for (let row = 0; row < scores.length; row += 1) {
    if (!((scores[row] ?? 0) > bar)) continue;
    if (heap.length < most) heap.push(row);
    else {
      heap[0] = row;
      sink(heap, 0, isWorse);
    }
    if (heap.length < most) continue;
    if (bar === floor) heapify(heap, isWorse);
    bar = Math.max(bar, scores[heap[0] ?? 0] ?? 0);
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type IsWorse = (a: number, b: number) => boolean;

/** Puts the worst row in front. */
function heapify(heap: number[], isWorse: IsWorse): void {
  for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) sink(heap, at, isWorse);
}

/** Lets the row at `from` go down until no row below it is worse. */
function sink(heap: number[], from: number, isWorse: IsWorse): void {
  const row = heap[from] ?? 0;
  let at = from;
  let child = worseChild(heap, at, isWorse);
  while (child !== undefined && isWorse(heap[child] ?? 0, row)) {
    heap[at] = heap[child] ?? 0;
    at = child;
    child = worseChild(heap, at, isWorse);
  }
  heap[at] = row;
}

function worseChild(heap: number[], at: number, isWorse: IsWorse): number | undefined {
  const left = 2 * at + 1;
  const right = left + 1;
  if (right >= heap.length) return left < heap.length ? left : undefined;
  return isWorse(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
}
