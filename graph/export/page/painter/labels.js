// Labels that never overlap: each wanted label is measured, and drawn only where there is room.

class LabelRoom {
  constructor() {
    this.labels = new Map();
    this.marks = new Map();
    this.boxes = [];
  }

  // Takes a box where no label stands, and no mark either unless it is `pressing`.
  take(x, y, w, h, pressing = false) {
    const box = [x, y, w, h];
    if (!this.free(this.labels, box) || (!pressing && !this.free(this.marks, box))) return false;
    this.boxes.push(box);
    this.hold(this.labels, box);
    return true;
  }

  // Keeps labels off a mark; those that are `pressing` too where the mark is `important`.
  block(x, y, r, important) {
    this.hold(important ? this.labels : this.marks, [x - r, y - r, 2 * r, 2 * r]);
  }

  free(cells, box) {
    const [x, y, w, h] = box;
    for (const key of cellsOf(box)) {
      for (const [u, v, p, q] of cells.get(key) || []) {
        if (x < u + p && u < x + w && y < v + q && v < y + h) return false;
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

// Where a label of width w may stand around a dot of radius r: right, left, below, above.
function labelSpots(x, y, r, w, h) {
  return [
    [x + r + 4, y - h / 2], [x - r - 4 - w, y - h / 2], [x - w / 2, y + r + 2],
    [x - w / 2, y - r - 2 - h],
  ];
}

function drawLabel(ctx, room, text, x, y, r, style, pressing = false) {
  ctx.font = style.font;
  const [w, h] = [ctx.measureText(text).width, style.px * 1.25];
  for (const over of pressing ? [false, true] : [false]) {
    for (const [left, top] of labelSpots(x, y, r, w, h)) {
      if (!room.take(left - 2, top - 1, w + 4, h + 2, over)) continue;
      ctx.strokeText(text, left, top + h * 0.78);
      ctx.fillText(text, left, top + h * 0.78);
      return true;
    }
  }
  return false;
}

function drawTitle(ctx, room, title, at, look) {
  const px = Math.round(title.fixed ? 15 : Math.max(11, Math.min(30, at.r * 0.17 + 6)));
  ctx.font = `500 ${px}px ${TITLE_FONT}`;
  const text = shortened(title.text, 36);
  const [w, h] = [ctx.measureText(text).width, px * 1.2];
  const middle = at.y - h / 2;
  const tops = title.fixed ? [middle] : [at.y - at.r - h * 0.7, at.y + at.r - h * 0.3, middle];
  const left = title.align === "left" ? at.x : at.x - w / 2;
  for (const top of tops) {
    if (!room.take(left - 6, top - 2, w + 12, h + 4, true)) continue;
    ctx.strokeStyle = look.halo;
    ctx.lineWidth = 4;
    ctx.strokeText(text, left, top + h * 0.78);
    ctx.fillStyle = title.hue === undefined ? look.title : look.hues[title.hue];
    ctx.fillText(text, left, top + h * 0.78);
    return true;
  }
  return false;
}
