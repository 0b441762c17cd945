// Labels that never overlap: each wanted label is measured, and drawn only where there is room.

// What a label may cover: nothing, or marks of less than a rank. Marks are small, usual or large.
const ASIDE = 4;
const OVER_NOTHING = 0, OVER_SMALL = 1, OVER_USUAL = 2, OVER_ALL = 3;

class LabelRoom {
  // Labels of what lies in `view`, {left, top, right, bottom}, stay within it, and off `lands` of
  // islands that are not theirs.
  constructor(view = null, lands = []) {
    this.view = view;
    this.lands = lands;
    this.labels = new Map();
    this.marks = [new Map(), new Map(), new Map()];
    this.boxes = [];
  }

  // Takes a box where no label stands, nor another's mark that may not be covered.
  take(x, y, w, h, over = OVER_NOTHING, own = -1) {
    const box = [x, y, w, h];
    if (!this.free(this.labels, box)) return false;
    if (!this.marks.every((marks, rank) => rank < over || this.free(marks, box, own))) return false;
    this.boxes.push(box);
    this.hold(this.labels, box);
    return true;
  }

  // Keeps labels off a mark of rank 0 to 2, and so far beside it that they do not seem to be its own.
  block(x, y, r, rank, own) {
    this.hold(this.marks[rank], [x - r - ASIDE, y - r, 2 * (r + ASIDE), 2 * r, own]);
  }

  // The left end of a text about x, moved so far that it stays within the view if x lies there.
  within(x, w) {
    const { view } = this, left = x - w / 2;
    if (!view || x < view.left || x > view.right) return left;
    return Math.max(view.left, Math.min(left, view.right - w));
  }

  // The places that a label of the point may take.
  allowed(places, x, y, w, h, island) {
    const { view } = this;
    const abroad = this.lands.filter((land) => land.island !== island && land.near(x, y, w));
    const free = places.filter(([left, top]) => !abroad.some((land) => land.touches(left, top, w, h)));
    if (!view || x < view.left || x > view.right || y < view.top || y > view.bottom) return free;
    return free.filter(([left, top]) => left >= view.left && left + w <= view.right
      && top >= view.top && top + h <= view.bottom);
  }

  free(cells, box, own = -1) {
    const [x, y, w, h] = box;
    for (const key of cellsOf(box)) {
      for (const [u, v, p, q, whose] of cells.get(key) || []) {
        if (x < u + p && u < x + w && y < v + q && v < y + h && whose !== own) return false;
      }
    }
    return true;
  }

  hold(cells, box) {
    for (const key of cellsOf(box)) {
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(box);
    }
  }
}

// An island on the screen: its coast around a point, times `scale`.
class Land {
  constructor(coast, x, y, scale) {
    Object.assign(this, { island: coast.island, reach: coast.reach, x, y, scale, r: coast.r * scale });
  }

  near(x, y, w) {
    return Math.abs(x - this.x) < this.r + 1.5 * w && Math.abs(y - this.y) < this.r + 1.5 * w;
  }

  touches(left, top, w, h) {
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      if (this.holds(left + part * w, top) || this.holds(left + part * w, top + h)) return true;
    }
    return false;
  }

  holds(x, y) {
    const dx = x - this.x, dy = y - this.y;
    const sector = (Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * SECTORS) + SECTORS) % SECTORS;
    return Math.sqrt(dx * dx + dy * dy) < this.reach[sector] * this.scale;
  }
}

function cellsOf([x, y, w, h]) {
  const keys = [];
  for (let cx = Math.floor(x / 64); cx <= Math.floor((x + w) / 64); cx++) {
    for (let cy = Math.floor(y / 32); cy <= Math.floor((y + h) / 32); cy++) keys.push(cx * 8192 + cy);
  }
  return keys;
}

function shortened(text, most) {
  const signs = [...text];
  return signs.length > most ? signs.slice(0, most - 1).join("").trimEnd() + "…" : text;
}

function labelFont(kind, size, scale) {
  const px = Math.round(Math.min(16, 10.5 + 5 * (size / 255) + (scale > 1.2 ? 1 : 0)));
  const style = kind === 4 ? "italic " : "";
  return { px, font: `${style}${kind === 2 ? 600 : 400} ${px}px ${MAP_FONT}` };
}

// Where a label of width w may stand around a dot of radius r: beside, below, above, at a corner.
function labelPlaces(x, y, r, w, h) {
  const right = x + r + 4, left = x - r - 4 - w, middle = x - w / 2;
  const corner = r * 0.7 + 2;
  return [
    [right, y - h / 2], [left, y - h / 2], [middle, y + r + 2], [middle, y - r - 2 - h],
    [x + corner, y + corner], [x + corner, y - corner - h],
    [x - corner - w, y + corner], [x - corner - w, y - corner - h],
  ];
}

// `most` is what it may cover where nothing else helps.
function drawLabel(ctx, room, text, { own, x, y, r, island }, style, most = OVER_NOTHING) {
  ctx.font = style.font;
  const [w, h] = [ctx.measureText(text).width, style.px * 1.25];
  const places = room.allowed(labelPlaces(x, y, r, w, h), x, y, w, h, island);
  for (let over = OVER_NOTHING; over <= most; over++) {
    for (const [left, top] of places) {
      if (!room.take(left - 2, top - 1, w + 4, h + 2, over, own)) continue;
      ctx.strokeText(text, left, top + h * 0.78);
      ctx.fillText(text, left, top + h * 0.78);
      return true;
    }
  }
  return false;
}

// A title stands on its island's coast, else below it, else in its middle. `at`: the point, how far
// the coast reaches up and down, the radius.
function drawTitle(ctx, room, text, at, look) {
  const px = Math.round(Math.max(11, Math.min(30, at.r * 0.17 + 6)));
  ctx.font = `500 ${px}px ${TITLE_FONT}`;
  const shown = shortened(text, 36), [w, h] = [ctx.measureText(shown).width, px * 1.2];
  const left = room.within(at.x, w);
  for (const top of [at.y - at.up - h * 0.9, at.y + at.down - h * 0.1, at.y - h / 2]) {
    if (!room.take(left - 6, top - 2, w + 12, h + 4, OVER_ALL)) continue;
    writeTitle(ctx, shown, left, top + h * 0.78, look);
    return;
  }
}

// A caption stands above its point, or begins there.
function drawCaption(ctx, room, { text, align }, x, y, look) {
  ctx.font = `500 15px ${TITLE_FONT}`;
  const shown = shortened(text, 36), [w, h] = [ctx.measureText(shown).width, 18];
  const left = align === "left" ? x : room.within(x, w);
  if (room.take(left - 6, y - h - 2, w + 12, h + 4, OVER_ALL)) writeTitle(ctx, shown, left, y - h * 0.22, look);
}

function writeTitle(ctx, text, x, y, look) {
  ctx.strokeStyle = look.halo;
  ctx.lineWidth = 4;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = look.title;
  ctx.fillText(text, x, y);
}
