// Paints a scene as seen by a camera on anything with a canvas context's methods.
// camera: {x, y, scale, width, height}: the world point in the middle, pixels per world unit.

const BIG_MARK = 4.5;
const PRESSING = 90;
// With more nodes in view, labels may cover small ones: there is no room beside them.
const CROWDED = 1500;
const EDGE_LIMIT = 24000;
const RULE_ROOM = 72;
const PAINT_ORDER = [1, 0, 5, 3, 4, 2];
const QUIET_KINDS = new Set([0, 1, 5]);

// Paints all on `ctx`, or labels on `words`; returns the boxes that titles and labels take.
function paint(ctx, scene, camera, look, words = ctx) {
  ctx.fillStyle = look.sea;
  ctx.fillRect(0, 0, camera.width, camera.height);
  const seen = project(scene, camera);
  paintRules(ctx, scene, camera, look);
  paintBridges(ctx, scene, camera, look);
  paintLand(ctx, scene, camera, look);
  if (!scene.edgeless) paintEdges(ctx, scene, seen, camera, look);
  paintNodes(ctx, scene, seen, camera, look);
  const room = new LabelRoom(camera.view, landsOf(scene, camera));
  ctx.lineJoin = "round";
  paintTitles(ctx, scene, camera, look, room);
  for (const caption of scene.captions) {
    drawCaption(ctx, room, caption, ...toScreen(camera, caption.x, caption.y), look);
  }
  if (scene.labels.length === 0) return room.boxes;
  keepOffMarks(scene, seen, camera, room);
  paintLabels(words, scene, seen, camera, look, room);
  return room.boxes;
}

function toScreen(camera, x, y) {
  return [
    (x - camera.x) * camera.scale + camera.width / 2,
    (y - camera.y) * camera.scale + camera.height / 2,
  ];
}

// Screen places of the nodes in view, in order of importance.
function project(scene, camera) {
  const { n, x, y, mask } = scene, { scale, width, height } = camera;
  const sx = new Float32Array(n), sy = new Float32Array(n), inView = new Uint8Array(n), nodes = [];
  for (let i = 0; i < n; i++) {
    sx[i] = (x[i] - camera.x) * scale + width / 2;
    sy[i] = (y[i] - camera.y) * scale + height / 2;
    if (!mask[i]) continue;
    if (sx[i] < -20 || sy[i] < -20 || sx[i] > width + 20 || sy[i] > height + 20) continue;
    inView[i] = 1;
    nodes.push(i);
  }
  return { sx, sy, inView, nodes };
}

// Upright lines with a word at their head, where there is room for it: the years of the journal.
function paintRules(ctx, scene, camera, look) {
  ctx.font = `400 13px ${MAP_FONT}`;
  ctx.lineWidth = 1;
  const words = [];
  for (const rule of [...scene.rules].sort((a, b) => b.major - a.major)) {
    const [x, top] = toScreen(camera, rule.x, rule.top);
    const [, bottom] = toScreen(camera, rule.x, rule.bottom);
    ctx.beginPath();
    ctx.strokeStyle = look.coast;
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
    const width = ctx.measureText(rule.text).width, edge = camera.view?.right ?? Infinity;
    const left = x < edge && x + 5 + width > edge ? x - 5 - width : x + 5;
    if (words.some((other) => left < other + RULE_ROOM && other < left + RULE_ROOM)) continue;
    words.push(left);
    ctx.fillStyle = look.faint;
    ctx.fillText(rule.text, left, top - 6);
  }
}

function paintBridges(ctx, scene, camera, look) {
  ctx.lineCap = "round";
  const most = scene.bridges.length ? scene.bridges[0].sum : 1;
  for (const { from, to, sum } of scene.bridges) {
    const [x0, y0] = toScreen(camera, from.x, from.y);
    const [x1, y1] = toScreen(camera, to.x, to.y);
    const share = Math.sqrt(sum / most);
    ctx.strokeStyle = `${look.bridge}${0.03 + 0.1 * share})`;
    ctx.lineWidth = 0.6 + Math.min(6, most) * share;
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    const bend = 0.12;
    ctx.quadraticCurveTo((x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend, x1, y1);
    ctx.stroke();
  }
}

function paintLand(ctx, scene, camera, look) {
  for (const coast of scene.coasts) {
    const [cx, cy] = toScreen(camera, coast.x, coast.y);
    const r = coast.r * camera.scale;
    if (cx + r < 0 || cy + r < 0 || cx - r > camera.width || cy - r > camera.height) continue;
    const at = (s) => {
      const angle = ((s % SECTORS) / SECTORS) * 2 * Math.PI;
      const reach = coast.reach[s % SECTORS] * camera.scale;
      return [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach];
    };
    const between = (s) => {
      const [a, b] = [at(s), at(s + 1)];
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    };
    ctx.beginPath();
    ctx.moveTo(...between(0));
    for (let s = 1; s <= SECTORS; s++) ctx.quadraticCurveTo(...at(s), ...between(s));
    ctx.closePath();
    ctx.lineWidth = Math.max(1, Math.min(5, 7 * camera.scale));
    ctx.strokeStyle = look.coast;
    ctx.stroke();
    ctx.fillStyle = look.land[coast.island % look.land.length];
    ctx.fill();
  }
}

function landsOf(scene, camera) {
  return scene.coasts.map((coast) => new Land(coast, ...toScreen(camera, coast.x, coast.y), camera.scale));
}

// Edges within an island; what leads elsewhere shows as a bridge, or when a node is selected.
function paintEdges(ctx, scene, seen, camera, look) {
  const near = camera.scale > 0.9;
  const limit = near ? EDGE_LIMIT : EDGE_LIMIT * Math.max(0.25, camera.scale);
  ctx.strokeStyle = `${look.edge}${Math.min(0.34, 0.13 + camera.scale * 0.14)})`;
  ctx.lineWidth = Math.max(0.45, Math.min(1.2, camera.scale));
  ctx.beginPath();
  let drawn = 0;
  const { source, target, mask, island, allEdges } = scene, { sx, sy, inView } = seen;
  for (let e = 0; e < source.length && drawn < limit; e++) {
    const s = source[e], t = target[e];
    if (!mask[s] || !mask[t] || (!inView[s] && !inView[t])) continue;
    if (!allEdges && island[s] !== island[t]) continue;
    ctx.moveTo(sx[s], sy[s]);
    ctx.lineTo(sx[t], sy[t]);
    drawn++;
  }
  ctx.stroke();
}

function paintNodes(ctx, scene, seen, camera, look) {
  if (!scene.hue) {
    paintMarks(ctx, scene, seen.nodes, seen, camera, look);
    return;
  }
  look.hues.forEach((hue, at) => {
    const nodes = seen.nodes.filter((i) => Math.min(scene.hue[i], look.hues.length - 1) === at);
    paintMarks(ctx, scene, nodes, seen, camera, { ...look, kinds: look.kinds.map(() => hue) });
  });
}

function paintMarks(ctx, scene, nodes, seen, camera, look) {
  const ofKind = KINDS.map(() => []);
  for (const i of nodes) ofKind[scene.kind[i]].push(i);
  for (const kind of PAINT_ORDER) paintKind(ctx, scene, ofKind[kind], seen, kind, camera, look);
}

function paintKind(ctx, { size }, nodes, { sx, sy }, kind, camera, look) {
  const shape = SHAPES[kind];
  ctx.beginPath();
  for (const i of nodes) tracePoint(ctx, shape, sx[i], sy[i], nodeRadius(kind, size[i], camera.scale));
  if (shape === "ring") {
    ctx.strokeStyle = look.kinds[kind];
    ctx.lineWidth = 1.2;
    ctx.stroke();
    return;
  }
  if (camera.scale > 0.35) {
    ctx.strokeStyle = look.halo;
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }
  ctx.fillStyle = look.kinds[kind];
  ctx.fill();
}

function tracePoint(ctx, shape, x, y, r) {
  if (shape === "square" || r < 1.4) {
    ctx.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
  } else if (shape === "diamond") {
    ctx.moveTo(x, y - r * 1.2);
    ctx.lineTo(x + r * 1.2, y);
    ctx.lineTo(x, y + r * 1.2);
    ctx.lineTo(x - r * 1.2, y);
    ctx.closePath();
  } else if (shape === "triangle") {
    ctx.moveTo(x, y - r * 1.15);
    ctx.lineTo(x + r * 1.05, y + r * 0.8);
    ctx.lineTo(x - r * 1.05, y + r * 0.8);
    ctx.closePath();
  } else {
    ctx.moveTo(x + r, y);
    ctx.arc(x, y, r, 0, 2 * Math.PI);
  }
}

// An island of which the filters leave nothing has no title.
function paintTitles(ctx, scene, camera, look, room) {
  for (const { island, up, down } of scene.coasts) {
    const { text, ...at } = scene.islands[island], r = at.r * camera.scale;
    if (!text || r <= 15) continue;
    const [x, y] = toScreen(camera, at.x, at.y);
    if (x + r < 0 || y + r < 0 || x - r > camera.width || y - r > camera.height) continue;
    drawTitle(ctx, room, text, { x, y, r, up: up * camera.scale, down: down * camera.scale }, look);
  }
}

function keepOffMarks(scene, seen, camera, room) {
  for (const i of seen.nodes) {
    const r = nodeRadius(scene.kind[i], scene.size[i], camera.scale);
    const rank = r <= BIG_MARK ? 0 : scene.size[i] <= PRESSING ? 1 : 2;
    if (rank || seen.nodes.length < CROWDED) room.block(seen.sx[i], seen.sy[i], r, rank, i);
  }
}

// From afar only a few labels of each island are drawn, and none of entries. In the journal there
// are no islands, and nothing but entries.
const fromAfar = (scene, camera) => camera.scale < 0.7 && !scene.edgeless;
const tooFarForEntries = (scene, camera) => camera.scale < (scene.edgeless ? 0.4 : 0.8);

// People, ideas and tags before entries.
function paintLabels(ctx, scene, seen, camera, look, room) {
  ctx.strokeStyle = look.halo;
  ctx.lineWidth = 3;
  ctx.lineJoin = "round";
  const afar = fromAfar(scene, camera);
  let left = Math.ceil((camera.width * camera.height) / (afar ? 15000 : 8000));
  const spent = new Map();
  const each = afar ? Math.max(1, Math.round((camera.scale * 5) ** 1.5)) : Infinity;
  for (const quiet of [false, true]) {
    if (quiet && tooFarForEntries(scene, camera)) return;
    for (const i of seen.nodes) {
      if (left === 0) return;
      const kind = scene.kind[i], island = scene.island[i];
      if (QUIET_KINDS.has(kind) !== quiet || (spent.get(island) || 0) >= each) continue;
      if (kind === URL_KIND && camera.scale < 2) continue;
      if (scene.entries[i] < 2 && afar) continue;
      if (!labelNode(ctx, scene, seen, i, camera, look, room)) continue;
      spent.set(island, (spent.get(island) || 0) + 1);
      left--;
    }
  }
}

function labelNode(ctx, scene, seen, i, camera, look, room) {
  const text = shortened(scene.labels[i] || "", 32);
  if (!text) return false;
  const kind = scene.kind[i], size = scene.size[i];
  const title = scene.islands[scene.island[i]];
  if (title && fromAfar(scene, camera) && ((title.name || title.text) === text || title.r * camera.scale < 34)) return false;
  ctx.fillStyle = QUIET_KINDS.has(kind) ? look.faint : look.ink;
  const r = nodeRadius(kind, size, camera.scale);
  const style = labelFont(kind, size, camera.scale);
  const pressing = size > PRESSING;
  const most = QUIET_KINDS.has(kind) ? (pressing ? OVER_SMALL : OVER_NOTHING) : (pressing ? OVER_ALL : OVER_SMALL);
  const at = { own: i, x: seen.sx[i], y: seen.sy[i], r, island: scene.island[i] };
  return drawLabel(ctx, room, text, at, style, most);
}
