// What is to be painted: which nodes, where, with which edges, on which islands.

const SECTORS = 72;
const SHORE = 26;

function makeScene(columns) {
  const n = columns.x.length;
  return {
    n, labels: [], x: columns.x, y: columns.y, kind: columns.kind, size: columns.size,
    island: columns.island, mask: new Uint8Array(n).fill(1),
    entries: columns.entries, source: columns.source, target: columns.target, weight: columns.count,
    titles: [], coasts: [], bridges: [], rules: [], hue: null, allEdges: false, edgeless: false,
  };
}

// Each island's coast: how far it reaches in each direction, smoothed.
function coastlines(scene, islands) {
  const coasts = islands.map((island, at) => ({
    x: island.x, y: island.y, r: 0, up: 0, down: 0, island: at, reach: new Float32Array(SECTORS),
  }));
  for (let i = 0; i < scene.n; i++) {
    const coast = coasts[scene.island[i]];
    if (coast && islands[scene.island[i]].r > 0 && scene.mask[i]) extendCoast(coast, scene.x[i] - coast.x, scene.y[i] - coast.y);
  }
  for (const coast of coasts) smoothCoast(coast);
  return coasts.filter((coast) => coast.r > 0);
}

function extendCoast(coast, dx, dy) {
  const distance = Math.hypot(dx, dy);
  const around = distance < SHORE ? Math.PI : Math.asin(SHORE / distance);
  const angle = Math.atan2(dy, dx);
  const steps = Math.ceil((around / Math.PI) * (SECTORS / 2));
  const middle = Math.round((angle / (2 * Math.PI)) * SECTORS);
  for (let step = -steps; step <= steps; step++) {
    const sector = (middle + step + SECTORS * 2) % SECTORS;
    const reach = distance * Math.cos((step / Math.max(steps, 1)) * 0.25) + SHORE;
    if (reach > coast.reach[sector]) coast.reach[sector] = reach;
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
      const [a, b] = [before[(s + SECTORS - 1) % SECTORS], before[(s + 1) % SECTORS]];
      raw[s] = Math.max(before[s] * 0.96, (a + 2 * before[s] + b) / 4);
    }
  }
  coast.reach = raw;
  const heights = Array.from(raw, (reach, s) => Math.sin((s / SECTORS) * 2 * Math.PI) * reach);
  coast.up = -Math.min(...heights);
  coast.down = Math.max(...heights);
}

// Edges between islands, summed to one line for each pair of islands: the strongest only.
function bridgesOf(scene, coasts, islands) {
  const sums = new Map();
  for (let e = 0; e < scene.source.length; e++) {
    const [s, t] = [scene.source[e], scene.target[e]];
    const [a, b] = [scene.island[s], scene.island[t]];
    if (a === b || !islands[a] || !islands[b] || !scene.mask[s] || !scene.mask[t]) continue;
    const pair = Math.min(a, b) * islands.length + Math.max(a, b);
    sums.set(pair, (sums.get(pair) || 0) + 1);
  }
  return [...sums].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, 3 * islands.length)
    .map(([pair, sum]) => ({
      from: islands[Math.floor(pair / islands.length)], to: islands[pair % islands.length], sum,
    }));
}
