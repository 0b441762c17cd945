// How two things are connected: a shortest way, through the least crowded things where several are
// equally short.

function findPath(vault, start, goal) {
  const { offsets, others, edges } = vault.links;
  const steps = new Int32Array(vault.count).fill(-1), came = new Int32Array(vault.count).fill(-1);
  const crowd = (i) => offsets[i + 1] - offsets[i];
  steps[start] = 0;
  let ring = [start];
  while (ring.length && steps[goal] < 0) {
    const next = [];
    for (const i of ring.sort((a, b) => crowd(a) - crowd(b) || a - b)) {
      for (let at = offsets[i]; at < offsets[i + 1]; at++) {
        if (steps[others[at]] >= 0) continue;
        steps[others[at]] = steps[i] + 1;
        came[others[at]] = at;
        next.push(others[at]);
      }
    }
    ring = next;
  }
  return steps[goal] < 0 ? null : walkBack(start, goal, came, edges, offsets);
}

function walkBack(start, goal, came, edges, offsets) {
  const path = [{ node: goal, edge: -1 }];
  for (let i = goal; i !== start;) {
    const at = came[i];
    i = ownerOf(offsets, at);
    path.unshift({ node: i, edge: edges[at] });
  }
  return path;
}

// The node whose list of edges holds position `at`.
function ownerOf(offsets, at) {
  let [low, high] = [0, offsets.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsets[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}
