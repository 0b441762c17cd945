// What is to be painted: which nodes, where, with which edges, on which islands.

const SECTORS = 72;
const SHORE = 26;

function makeScene(columns) {
  const n = columns.x.length;
  return {
    n, labels: [], x: columns.x, y: columns.y, kind: columns.kind, size: columns.size,
    island: columns.island, source: columns.source, target: columns.target,
    mask: new Uint8Array(n).fill(1), entries: null,
    islands: [], captions: [], coasts: [], bridges: [], rules: [], hue: null, allEdges: false, edgeless: false,
  };
}

// What is linked to nothing stands by itself, and a word above it says so.
function captionsOf({ x, y, source, target }, mask) {
  const alone = mask.slice();
  for (let e = 0; e < source.length; e++) alone[source[e]] = alone[target[e]] = 0;
  if (!alone.includes(1)) return [];
  const box = boundsOf(x, y, alone);
  return [{ text: "On their own", x: (box.left + box.right) / 2, y: box.top + 20 }];
}

// Each island's coast: how far it reaches in each direction, smoothed.
function coastlines({ n, x, y, island, islands, mask }) {
  const coasts = islands.map((island, at) => ({
    x: island.x, y: island.y, r: 0, up: 0, down: 0, island: at,
    farthest: new Float32Array(SECTORS).fill(-1), reach: new Float32Array(SECTORS),
  }));
  for (let i = 0; i < n; i++) {
    const coast = coasts[island[i]];
    if (mask[i] && coast && islands[island[i]].r > 0) noteFarthest(coast, x[i] - coast.x, y[i] - coast.y);
  }
  for (const coast of coasts) {
    extendCoast(coast);
    smoothCoast(coast);
  }
  return coasts.filter((coast) => coast.r > 0);
}

function noteFarthest({ farthest }, dx, dy) {
  const distance = Math.sqrt(dx * dx + dy * dy);
  const sector = (Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * SECTORS) + SECTORS) % SECTORS;
  if (distance > farthest[sector]) farthest[sector] = distance;
}

// Land reaches around the farthest node of each direction by SHORE.
function extendCoast({ farthest, reach }) {
  for (let middle = 0; middle < SECTORS; middle++) {
    const distance = farthest[middle];
    if (distance < 0) continue;
    const around = distance < SHORE ? Math.PI : Math.asin(SHORE / distance);
    const steps = Math.ceil((around / Math.PI) * (SECTORS / 2));
    for (let step = -steps; step <= steps; step++) {
      const sector = (middle + step + SECTORS) % SECTORS;
      const there = distance * Math.cos((step / steps) * 0.25) + SHORE;
      if (there > reach[sector]) reach[sector] = there;
    }
  }
}

function smoothCoast(coast) {
  for (let s = 0; s < SECTORS; s++) coast.r = Math.max(coast.r, coast.reach[s]);
  if (coast.r === 0) return;
  const floor = Math.min(coast.r, Math.max(SHORE * 1.5, coast.r * 0.45));
  const raw = coast.reach.map((reach) => Math.max(reach, floor));
  for (let pass = 0; pass < 2; pass++) {
    const before = Float32Array.from(raw);
    for (let s = 0; s < SECTORS; s++) {
      const beside = before[(s + SECTORS - 1) % SECTORS] + before[(s + 1) % SECTORS];
      raw[s] = Math.max(before[s] * 0.96, (beside + 2 * before[s]) / 4);
    }
  }
  coast.reach = raw;
  const heights = Array.from(raw, (reach, s) => Math.sin((s / SECTORS) * 2 * Math.PI) * reach);
  coast.up = -Math.min(...heights);
  coast.down = Math.max(...heights);
}

// Edges between islands, summed to one line for each pair of islands: the strongest only.
function bridgesOf({ source, target, island, islands, mask }) {
  const sums = new Map();
  for (let e = 0; e < source.length; e++) {
    const a = island[source[e]], b = island[target[e]];
    if (a === b || !mask[source[e]] || !mask[target[e]] || !islands[a] || !islands[b]) continue;
    const pair = Math.min(a, b) * islands.length + Math.max(a, b);
    sums.set(pair, (sums.get(pair) || 0) + 1);
  }
  return [...sums].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, 3 * islands.length)
    .map(([pair, sum]) => ({
      from: islands[Math.floor(pair / islands.length)], to: islands[pair % islands.length], sum,
    }));
}
