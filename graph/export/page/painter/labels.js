// Labels that never overlap: each wanted label is measured, and drawn only where there is room.

class LabelRoom {
  constructor() {
    this.cells = new Map();
    this.boxes = [];
  }

  take(x, y, w, h) {
    const [left, right] = [Math.floor(x / 64), Math.floor((x + w) / 64)];
    const [top, bottom] = [Math.floor(y / 32), Math.floor((y + h) / 32)];
    for (let cx = left; cx <= right; cx++) {
      for (let cy = top; cy <= bottom; cy++) {
        for (const box of this.cells.get(cx * 8192 + cy) || []) {
          if (x < box[0] + box[2] && box[0] < x + w && y < box[1] + box[3] && box[1] < y + h) {
            return false;
          }
        }
      }
    }
    const box = [x, y, w, h];
    this.boxes.push(box);
    this.hold(box, left, right, top, bottom);
    return true;
  }

  // Keeps labels off a mark.
  block(x, y, r) {
    this.hold([x - r, y - r, 2 * r, 2 * r], Math.floor((x - r) / 64), Math.floor((x + r) / 64),
      Math.floor((y - r) / 32), Math.floor((y + r) / 32));
  }

  hold(box, left, right, top, bottom) {
    for (let cx = left; cx <= right; cx++) {
      for (let cy = top; cy <= bottom; cy++) {
        const key = cx * 8192 + cy;
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }
  }
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

function drawLabel(ctx, room, text, x, y, r, style) {
  ctx.font = style.font;
  const [w, h] = [ctx.measureText(text).width, style.px * 1.25];
  for (const [left, top] of labelSpots(x, y, r, w, h)) {
    if (!room.take(left - 2, top - 1, w + 4, h + 2)) continue;
    ctx.strokeText(text, left, top + h * 0.78);
    ctx.fillText(text, left, top + h * 0.78);
    return true;
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
    if (!room.take(left - 6, top - 2, w + 12, h + 4)) continue;
    ctx.strokeStyle = look.halo;
    ctx.lineWidth = 4;
    ctx.strokeText(text, left, top + h * 0.78);
    ctx.fillStyle = title.hue === undefined ? look.title : look.hues[title.hue];
    ctx.fillText(text, left, top + h * 0.78);
    return true;
  }
  return false;
}
