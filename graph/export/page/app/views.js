// The views: each says which nodes stand where, joined by which edges.

const VIEWS = {
  map: { label: "Everything", build: wholeMap },
  people: { label: "People & ideas", build: peopleAndIdeas },
};

function wholeMap(vault, mask) {
  const { x, y, source, target, count } = vault.columns;
  return {
    x, y, mask, source, target, weight: count, edgeIds: true, island: vault.columns.island,
    islands: vault.islands, titles: vault.islands, allEdges: false,
  };
}

// People and ideas, joined by the entries that they share; the strongest ties of each.
const TIES_EACH = 8;
const CROWD = 60;

function peopleAndIdeas(vault, mask) {
  const chosen = mask.map((on, i) => (on && [PERSON, IDEA].includes(vault.columns.kind[i]) ? 1 : 0));
  const { source, target, weight } = sharedEntries(vault, chosen);
  const { x, y, islands } = gathered(vault, chosen);
  return {
    x, y, mask: chosen, source, target, weight, edgeIds: false, island: vault.columns.island, islands,
    titles: islands, allEdges: false,
  };
}

function sharedEntries(vault, chosen) {
  const { offsets, others } = vault.links;
  const sums = new Map();
  for (let i = 0; i < vault.count; i++) {
    if (vault.columns.kind[i] !== ENTRY) continue;
    const present = [...new Set(others.subarray(offsets[i], offsets[i + 1]))]
      .filter((other) => chosen[other]).sort((a, b) => a - b).slice(0, CROWD);
    for (let a = 0; a < present.length; a++) {
      for (let b = a + 1; b < present.length; b++) {
        const pair = present[a] * vault.count + present[b];
        sums.set(pair, (sums.get(pair) || 0) + 1);
      }
    }
  }
  const ties = [...sums].sort((p, q) => q[1] - p[1] || p[0] - q[0]);
  const taken = new Uint16Array(vault.count), source = [], target = [], weight = [];
  for (const [pair, sum] of ties) {
    const [a, b] = [Math.floor(pair / vault.count), pair % vault.count];
    if (taken[a] >= TIES_EACH && taken[b] >= TIES_EACH) continue;
    taken[a]++;
    taken[b]++;
    source.push(a);
    target.push(b);
    weight.push(Math.min(sum, 255));
  }
  return {
    source: Uint32Array.from(source), target: Uint32Array.from(target), weight: Uint8Array.from(weight),
  };
}

// Islands with fewer nodes draw together: each node keeps its direction from its island's middle,
// each island its direction on the map.
function gathered(vault, chosen) {
  const { x, y, island } = vault.columns;
  const groups = vault.islands.map(() => []);
  const rest = [];
  for (let i = 0; i < vault.count; i++) {
    if (chosen[i]) (groups[island[i]] || rest).push(i);
  }
  const nx = Float32Array.from(x), ny = Float32Array.from(y);
  const islands = vault.islands.map((from, at) => ({
    ...from, r: groups[at].length ? 20 * Math.sqrt(groups[at].length) + 22 : 0,
  }));
  const shrink = closest(islands.filter((one) => one.r > 0));
  islands.forEach((one, at) => {
    one.x *= shrink;
    one.y *= shrink;
    const from = vault.islands[at];
    const away = (i) => Math.hypot(x[i] - from.x, y[i] - from.y);
    groups[at].sort((a, b) => away(a) - away(b)).forEach((i, rank) => {
      const angle = rank * 2.399963 + at;
      const reach = 20 * Math.sqrt(rank + (groups[at].length > 1 ? 0.4 : 0)) * 1.05;
      nx[i] = one.x + Math.cos(angle) * reach;
      ny[i] = one.y + Math.sin(angle) * reach;
    });
  });
  const below = Math.max(0, ...islands.map((one) => (one.r ? one.y + one.r : 0))) + 80;
  const columns = Math.max(8, Math.ceil(Math.sqrt(rest.length * 3)));
  rest.forEach((i, at) => {
    nx[i] = ((at % columns) - columns / 2) * 34;
    ny[i] = below + Math.floor(at / columns) * 34;
  });
  return { x: nx, y: ny, islands: islands.map((one) => (one.r ? one : { ...one, text: "" })) };
}

// The factor by which all middles can move to the origin before two islands touch.
function closest(islands) {
  let factor = 0.05;
  for (let a = 0; a < islands.length; a++) {
    for (let b = a + 1; b < islands.length; b++) {
      const apart = Math.hypot(islands[a].x - islands[b].x, islands[a].y - islands[b].y);
      factor = Math.max(factor, (islands[a].r + islands[b].r + 30) / Math.max(apart, 1));
    }
  }
  return Math.min(factor, 1.5);
}
