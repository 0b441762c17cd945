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
  return plainScene({ x, y, mask, source, target, weight: count, island, islands: vault.islands });
}

// The fields that every view fills, those of the map where it does not.
function plainScene(fields) {
  return { titles: fields.islands, allEdges: false, edgeless: false, hue: null, rules: [], ...fields };
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

// ----------------------------------------------------------------------- Journal

const LANES = 9;
const DOT = 13;
const WIDE = 1.45, TALL = 0.65;

// Entries along time, a lane for each of the first themes and one for all others.
function journal(vault, mask) {
  const kept = vault.kept("journal", () => alongTime(vault));
  const { source, target, count, kind } = vault.columns;
  const among = [...source.keys()].filter((e) => kind[source[e]] === ENTRY && kind[target[e]] === ENTRY);
  return plainScene({
    x: kept.x, y: kept.y, mask: both(mask, ofKinds(vault, VIEWS.journal.kinds)),
    source: Uint32Array.from(among, (e) => source[e]), target: Uint32Array.from(among, (e) => target[e]),
    weight: Uint8Array.from(among, (e) => count[e]), island: new Uint16Array(vault.count), islands: [],
    titles: kept.titles, rules: kept.rules, hue: kept.hue, allEdges: true, edgeless: true,
  });
}

function alongTime(vault) {
  const { first, kind, theme } = vault.columns;
  const entries = [...kind.keys()].filter((i) => kind[i] === ENTRY);
  const dated = entries.filter((i) => first[i] !== NO_DAY).sort((a, b) => first[a] - first[b] || a - b);
  const start = dated.length ? first[dated[0]] : 0;
  const days = dated.length ? first[dated.at(-1)] - start + 1 : 1;
  const laneOf = (i) => Math.min(theme[i], LANES);
  const share = (i) => (first[i] === NO_DAY ? -1 : (first[i] - start) / days);
  const { width, stand, lanes } = wellShaped((wide) => stacked(entries, share, laneOf, wide), entries.length);
  const x = Float32Array.from(vault.columns.x), y = Float32Array.from(vault.columns.y);
  for (const [i, [column, level]] of stand) {
    x[i] = (column < 0 ? -60 : column * DOT) - width / 2;
    y[i] = lanes.middle[laneOf(i)] + (level % 2 ? 1 : -1) * Math.ceil(level / 2) * DOT;
  }
  return {
    x, y, hue: theme.map((of) => Math.min(of, LANES)), rules: yearRules(start, days, width, lanes),
    titles: laneTitles(vault, lanes, width, dated.length < entries.length),
  };
}

// The width at which the whole is about as wide as a window.
function wellShaped(build, count) {
  const [shape, least] = isUpright() ? [TALL, 200] : [WIDE, 400];
  let width = Math.max(500, 50 * Math.sqrt(count));
  for (let turn = 0; ; turn++) {
    const { stand, lanes } = build(width);
    const ratio = width / (lanes.bottom - lanes.top) / shape;
    if (turn === 5 || (ratio > 0.85 && ratio < 1.2)) return { width, stand, lanes };
    width = Math.max(least, width / Math.sqrt(ratio));
  }
}

// Entries of one lane and one stretch of time stand above and below each other.
function stacked(entries, share, laneOf, width) {
  const stacks = new Map(), depth = new Uint16Array(LANES + 1), stand = new Map();
  for (const i of entries) {
    const column = share(i) < 0 ? -2 : Math.floor((share(i) * width) / DOT);
    const key = laneOf(i) * 1e6 + column + 2;
    const level = stacks.get(key) || 0;
    stacks.set(key, level + 1);
    stand.set(i, [column, level]);
    depth[laneOf(i)] = Math.max(depth[laneOf(i)], level + 1);
  }
  return { stand, lanes: laneTops(depth) };
}

function laneTops(depth) {
  const middle = [];
  let top = 0;
  depth.forEach((count, lane) => {
    const height = count ? Math.max(count * DOT, 26) + 44 : 0;
    middle[lane] = top + height / 2 + 8;
    top += height;
  });
  return { middle: middle.map((y) => y - top / 2), depth, top: -top / 2, bottom: top / 2 };
}

function laneTitles(vault, lanes, width, undated) {
  const titles = [];
  lanes.depth.forEach((count, lane) => {
    if (!count) return;
    const text = lane === LANES ? (vault.themes.length ? "Other" : "Entries") : vault.themes[lane].label;
    const y = lanes.middle[lane] - Math.floor(count / 2) * DOT - 9;
    titles.push({ text, x: -width / 2, y, r: 40, fixed: true, align: "left", hue: lane });
  });
  if (undated) titles.push({ text: "No date", x: -width / 2 - 60, y: lanes.top, r: 20, fixed: true });
  return titles;
}

// A line at each new year, or each new month where the journal is short.
function yearRules(start, days, width, lanes) {
  const rules = [];
  const monthly = days < 1000;
  for (let day = 0; day <= days; day++) {
    const date = new Date((start + day) * 86400000);
    const month = date.getUTCMonth();
    if (date.getUTCDate() !== 1 || (!monthly && month !== 0) || (days > 400 && month % 3 !== 0)) continue;
    const text = month === 0 ? String(date.getUTCFullYear()) : MONTH_WORDS.format(date);
    rules.push({ text, x: (day / days) * width - width / 2, top: lanes.top, bottom: lanes.bottom });
  }
  return rules;
}
