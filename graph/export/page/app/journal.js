// The journal: entries along time, a lane for each of the first themes and one for all others.
// Those of one day stand above and below each other, and beside it where they would tower; those
// without a date stand in rows before time begins.

const LANES = 9;
const DOT = 13;
const HIGHEST = 20;
const GAP = 5;
// A lane has above it this share of the width, and a number of units at least, for its title.
const HEAD = 44, HEAD_SHARE = 1 / 45;
const WIDE = 1.45, TALL = 0.65;

function journal(vault, mask) {
  const kept = vault.kept("journal", () => alongTime(vault));
  const { source, target, count, kind } = vault.columns;
  const among = [...source.keys()].filter((e) => kind[source[e]] === ENTRY && kind[target[e]] === ENTRY);
  return plainScene({
    x: kept.x, y: kept.y, mask: both(mask, ofKinds(vault, VIEWS.journal.kinds)),
    source: Uint32Array.from(among, (e) => source[e]), target: Uint32Array.from(among, (e) => target[e]),
    weight: Uint8Array.from(among, (e) => count[e]), island: new Uint16Array(vault.count), islands: [],
    captions: kept.captions, rules: kept.rules, hue: kept.hue, allEdges: true, edgeless: true,
  });
}

function alongTime(vault) {
  const { first, kind, theme } = vault.columns;
  const entries = [...kind.keys()].filter((i) => kind[i] === ENTRY);
  const dated = entries.filter((i) => first[i] !== NO_DAY).sort((a, b) => first[a] - first[b] || a - b);
  const undated = entries.filter((i) => first[i] === NO_DAY);
  const start = dated.length ? first[dated[0]] : 0;
  const days = dated.length ? first[dated.at(-1)] - start + 1 : 1;
  const laneOf = (i) => Math.min(theme[i], LANES);
  const share = (i) => (first[i] - start) / days;
  const { width, stand } = wellShaped((wide) => stacked(dated, undated, share, laneOf, wide), entries.length);
  const lanes = laneTops(stand), shift = ((stand.left + stand.right) / 2) * DOT;
  const x = Float32Array.from(vault.columns.x), y = Float32Array.from(vault.columns.y);
  for (const [i, [column, level]] of stand.places) {
    x[i] = column * DOT - shift;
    y[i] = lanes.middle[laneOf(i)] + (level % 2 ? 1 : -1) * Math.ceil(level / 2) * DOT;
  }
  return {
    x, y, hue: theme.map((of) => Math.min(of, LANES)), rules: dated.length ? yearRules(start, days, width, shift, lanes) : [],
    captions: laneCaptions(vault, lanes, stand.left * DOT - shift, undated.length > 0),
  };
}

// The width of time at which the whole is shaped as a window is.
function wellShaped(build, count) {
  const [shape, least] = isUpright() ? [TALL, 200] : [WIDE, 400];
  let width = Math.max(500, 50 * Math.sqrt(count));
  for (let turn = 0; ; turn++) {
    const stand = build(width), lanes = laneTops(stand);
    const ratio = across(stand) / (lanes.bottom - lanes.top) / shape;
    if (turn === 5 || (ratio > 0.85 && ratio < 1.2)) return { width, stand };
    width = Math.max(least, width / Math.sqrt(ratio));
  }
}

// For each entry [column, level]: columns count from the beginning of time, levels from the middle
// of the lane. `depth` is the number of levels of each lane.
function stacked(dated, undated, share, laneOf, width) {
  const stand = { places: new Map(), depth: new Uint16Array(LANES + 1), left: 0, right: 0 };
  const columns = Array.from(stand.depth, () => new Map());
  for (const i of dated) pushTo(columns[laneOf(i)], Math.floor((share(i) * width) / DOT), i);
  columns.forEach((days, lane) => inLane(days, lane, width, stand));
  if (undated.length) beforeTime(undated, laneOf, stand);
  return stand;
}

function pushTo(groups, key, item) {
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push(item);
}

// `days`: column → entries, of one lane. What is more than the lane has levels spreads to both sides.
function inLane(days, lane, width, stand) {
  const counts = [...days.values()].map((members) => members.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / (width / DOT);
  const most = Math.ceil(Math.max(HIGHEST, 2 * mean, 1.5 * Math.sqrt(Math.max(0, ...counts))));
  const heights = new Map();
  for (const [middle, members] of days) {
    let turn = 0, column = middle;
    for (const i of members) {
      while ((heights.get(column) || 0) >= most) column = beside(middle, ++turn);
      const level = heights.get(column) || 0;
      heights.set(column, level + 1);
      stand.places.set(i, [column, level]);
      stand.depth[lane] = Math.max(stand.depth[lane], level + 1);
      stand.left = Math.min(stand.left, column);
      stand.right = Math.max(stand.right, column);
    }
  }
}

// 0, 1, -1, 2, -2 … columns away.
function beside(middle, turn) {
  return middle + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2);
}

// Sets down what has no date, on the left of all that has one.
function beforeTime(undated, laneOf, stand) {
  const { depth } = stand, groups = Array.from(depth, () => []);
  for (const i of undated) groups[laneOf(i)].push(i);
  const shape = isUpright() ? TALL : WIDE;
  groups.forEach(({ length }, lane) => {
    depth[lane] = Math.max(depth[lane], Math.ceil(Math.sqrt(length / 2 / shape)));
  });
  stand.left -= GAP + Math.max(...groups.map(({ length }, lane) => Math.ceil(length / Math.max(depth[lane], 1))));
  groups.forEach((members, lane) => members.forEach((i, at) => {
    stand.places.set(i, [stand.left + Math.floor(at / depth[lane]), at % depth[lane]]);
  }));
}

function across({ left, right }) {
  return (right - left + 1) * DOT;
}

function laneTops(stand) {
  const { depth } = stand, head = Math.max(HEAD, across(stand) * HEAD_SHARE), middle = [];
  let top = 0;
  depth.forEach((count, lane) => {
    const height = count ? Math.max(count * DOT, 26) + head : 0;
    middle[lane] = top + height / 2 + head / 5;
    top += height;
  });
  return { middle: middle.map((y) => y - top / 2), depth, top: -top / 2, bottom: top / 2 };
}

function laneCaptions(vault, lanes, left, undated) {
  const captions = [];
  lanes.depth.forEach((count, lane) => {
    if (!count) return;
    const text = lane === LANES ? (vault.themes.length ? "Other" : "Entries") : vault.themes[lane].label;
    const y = lanes.middle[lane] - Math.floor(count / 2) * DOT - 9;
    captions.push({ text, x: left, y, align: "left" });
  });
  if (undated) captions.push({ text: "No date", x: left, y: lanes.top, align: "left" });
  return captions;
}

// A line at each new year, or each new month where the journal is short.
function yearRules(start, days, width, shift, lanes) {
  const rules = [];
  const monthly = days < 1000;
  for (let day = 0; day <= days; day++) {
    const date = new Date((start + day) * 86400000);
    const month = date.getUTCMonth();
    if (date.getUTCDate() !== 1 || (!monthly && month !== 0) || (days > 400 && month % 3 !== 0)) continue;
    const text = month === 0 ? String(date.getUTCFullYear()) : MONTH_WORDS.format(date);
    rules.push({ text, major: month === 0, x: (day / days) * width - shift, top: lanes.top, bottom: lanes.bottom });
  }
  return rules;
}
