// The views: each says which nodes stand where, joined by which edges. `mask` holds what the
// filters let through; places never depend on it, so that filtering moves nothing.

const VIEWS = {
  map: { label: "Everything", kinds: [ENTRY, MISSING, PERSON, TAG, IDEA, LINK], build: wholeMap },
  people: { label: "People & ideas", kinds: [PERSON, IDEA], build: peopleAndIdeas },
  journal: { label: "Journal", kinds: [ENTRY], build: journal },
  themes: { label: "Themes", kinds: [ENTRY, MISSING, PERSON, TAG, IDEA, LINK], build: themeMap },
};

function ofKinds(vault, kinds) {
  const chosen = KINDS.map((_, kind) => kinds.includes(kind));
  return Uint8Array.from(vault.columns.kind, (kind) => (chosen[kind] ? 1 : 0));
}

function both(a, b) {
  return a.map((on, i) => on & b[i]);
}

function wholeMap(vault, mask) {
  const { x, y, source, target, count, island } = vault.columns;
  const captions = captionsOf(vault.columns, mask);
  return plainScene({ x, y, mask, source, target, weight: count, island, islands: vault.islands, captions });
}

// The fields that every view fills, those of the map where it does not.
function plainScene(fields) {
  return { captions: [], allEdges: false, edgeless: false, hue: null, rules: [], ...fields };
}

// ---------------------------------------------------------------- People & ideas

// People and ideas, joined by the entries that they share; the strongest ties of each.
const TIES_EACH = 8;
const CROWD = 60;
const SPACING = 22;

function peopleAndIdeas(vault, mask, passing) {
  const chosen = ofKinds(vault, VIEWS.people.kinds);
  const shown = both(chosen, mask);
  const { x, y, islands } = vault.kept("people", () => gathered(vault, chosen));
  return plainScene({
    x, y, mask: shown, ...sharedEntries(vault, shown, passing), island: vault.columns.island, islands,
  });
}

// Pairs that the passing entries name together, with how often.
function sharedEntries(vault, chosen, passing) {
  const { offsets, others } = vault.links;
  const sums = new Map();
  for (let i = 0; i < vault.count; i++) {
    if (vault.columns.kind[i] !== ENTRY || !passing[i]) continue;
    const present = [...new Set(others.subarray(offsets[i], offsets[i + 1]))]
      .filter((other) => chosen[other]).sort((a, b) => a - b).slice(0, CROWD);
    for (let a = 0; a < present.length; a++) {
      for (let b = a + 1; b < present.length; b++) {
        const pair = present[a] * vault.count + present[b];
        sums.set(pair, (sums.get(pair) || 0) + 1);
      }
    }
  }
  return strongest([...sums].sort((p, q) => q[1] - p[1] || p[0] - q[0]), vault.count);
}

function strongest(ties, count) {
  const taken = new Uint16Array(count), kept = [];
  for (const [pair, sum] of ties) {
    const [a, b] = [Math.floor(pair / count), pair % count];
    if (taken[a] >= TIES_EACH && taken[b] >= TIES_EACH) continue;
    taken[a]++;
    taken[b]++;
    kept.push([a, b, Math.min(sum, 255)]);
  }
  return {
    source: Uint32Array.from(kept, (tie) => tie[0]), target: Uint32Array.from(kept, (tie) => tie[1]),
    weight: Uint8Array.from(kept, (tie) => tie[2]),
  };
}

// Islands with fewer nodes draw together; each keeps about its place on the map.
function gathered(vault, chosen) {
  const { island } = vault.columns;
  const groups = vault.islands.map(() => []), rest = [];
  for (let i = 0; i < vault.count; i++) if (chosen[i]) (groups[island[i]] || rest).push(i);
  const islands = vault.islands.map((from, at) => (
    { ...from, r: sunflowerRadius(groups[at].length, SPACING), text: groups[at].length > 2 ? from.text : "" }));
  const present = islands.filter((one) => one.r > 0);
  const area = (list) => list.reduce((sum, one) => sum + one.r * one.r, 0);
  const shrink = 0.9 * Math.sqrt(area(present) / Math.max(area(vault.islands), 1));
  for (const one of present) { one.x *= shrink; one.y *= shrink; }
  packNear(present);
  const x = Float32Array.from(vault.columns.x), y = Float32Array.from(vault.columns.y);
  groups.forEach((members, at) => sunflower(members, islands[at], SPACING, x, y));
  inRows(rest, Math.max(0, ...present.map((one) => one.y + one.r)) + 90, x, y);
  return { x, y, islands };
}

function inRows(members, top, x, y) {
  const columns = Math.max(12, Math.ceil(Math.sqrt(members.length * 6)));
  members.forEach((i, at) => {
    x[i] = ((at % columns) - columns / 2) * 26;
    y[i] = top + Math.floor(at / columns) * 26;
  });
}

// ------------------------------------------------------------------------ Themes

function themeMap(vault, mask) {
  const { x, y, islands, inTheme } = vault.kept("themes", () => byTheme(vault));
  const { source, target, count, theme } = vault.columns;
  const island = theme.map((of) => (of === NO_THEME ? NO_THEME : of));
  return plainScene({ x, y, mask: both(mask, inTheme), source, target, weight: count, island, islands });
}

function byTheme(vault) {
  const groups = vault.themes.map(() => []);
  vault.columns.theme.forEach((theme, i) => {
    if (groups[theme] && vault.columns.kind[i] !== LINK) groups[theme].push(i);
  });
  const islands = vault.themes.map((theme, at) => {
    const trend = TREND_WORDS[theme.trend];
    return {
      x: 0, y: 0, r: sunflowerRadius(groups[at].length, SPACING), name: theme.label,
      text: trend ? `${theme.label} · ${trend.toLowerCase()}` : theme.label,
    };
  });
  packNear(islands.filter((one) => one.r > 0));
  const x = Float32Array.from(vault.columns.x), y = Float32Array.from(vault.columns.y);
  const inTheme = new Uint8Array(vault.count);
  groups.forEach((members, at) => {
    sunflower(members, islands[at], SPACING, x, y);
    for (const i of members) inTheme[i] = 1;
  });
  return { x, y, islands, inTheme };
}
