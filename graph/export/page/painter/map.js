// The painted ground under everything, and the words on it: two bitmaps, moved by a CSS transform
// while the camera moves, painted anew when it rests, or as soon as they have become too soft.

const OVERSCAN = 1.35;
const REST_MS = 90;
const SOFT = 1.2;
const EDGE = 8;

class Ground {
  constructor(host, picture) {
    this.host = host;
    this.picture = picture;
    this.canvases = [...picture.children];
    this.contexts = this.canvases.map((canvas) => canvas.getContext("bitmaprenderer"));
    this.painter = new Painter((result) => this.show(result));
    this.camera = { x: 0, y: 0, scale: 1 };
    this.painted = null;
    this.boxes = [];
    this.serial = 0;
    this.listeners = [];
  }

  get dark() {
    return document.documentElement.dataset.look === "dark";
  }

  // The camera that shows the box {left, top, right, bottom} within the free part of the window.
  fitting(box, insets) {
    const { clientWidth: width, clientHeight: height } = this.host;
    const free = {
      width: Math.max(width - insets.left - insets.right, 80),
      height: Math.max(height - insets.top - insets.bottom, 80),
    };
    const wide = Math.max(box.right - box.left, 60), tall = Math.max(box.bottom - box.top, 60);
    const scale = Math.min(free.width / wide, free.height / tall, 1.6);
    return {
      x: (box.left + box.right) / 2 - (insets.left - insets.right) / 2 / scale,
      y: (box.top + box.bottom) / 2 - (insets.top - insets.bottom) / 2 / scale,
      scale,
    };
  }

  move(camera) {
    this.camera = camera;
    this.place();
    if (this.outgrown() && this.painter.worker && !this.painter.busy) this.repaint();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.repaint(), REST_MS);
  }

  // Much enlarged or shrunk since it was painted, or moved so far that an edge shows.
  outgrown() {
    const { painted, camera } = this;
    if (!painted) return false;
    const grown = camera.scale / painted.scale;
    const moved = Math.max(Math.abs(camera.x - painted.x), Math.abs(camera.y - painted.y)) * camera.scale;
    return grown > SOFT || grown < 1 / SOFT || moved > painted.margin;
  }

  repaint() {
    clearTimeout(this.timer);
    this.painter.paint(this.request(OVERSCAN));
  }

  // The window alone, without labels, and at once.
  paintFirst() {
    this.painter.paintHere([new OffscreenCanvas(1, 1)], this.request(1));
  }

  // What is to be painted: the window with some room around it, as the camera stands.
  request(overscan) {
    const { clientWidth, clientHeight } = this.host;
    const [width, height] = [Math.round(clientWidth * overscan), Math.round(clientHeight * overscan)];
    const insets = insetsOf(this.host);
    const [dx, dy] = [(width - clientWidth) / 2, (height - clientHeight) / 2];
    const view = {
      left: dx + insets.left - EDGE, top: dy + insets.top - EDGE,
      right: width - dx - insets.right + EDGE, bottom: height - dy - insets.bottom + EDGE,
    };
    const dpr = Math.min(globalThis.devicePixelRatio || 1, 2);
    const camera = { ...this.camera, width, height, view, margin: Math.min(dx, dy) };
    return { id: ++this.serial, camera, dpr, dark: this.dark };
  }

  show({ id, camera, bitmaps, boxes }) {
    bitmaps.forEach((bitmap, at) => {
      const canvas = this.canvases[at];
      if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
      if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
      this.contexts[at].transferFromImageBitmap(bitmap);
    });
    this.painted = camera;
    this.boxes = boxes;
    this.spread();
    this.place();
    if (performance.getEntriesByName("first-frame").length === 0) performance.mark("first-frame");
    this.host.dataset.painted = id;
    for (const listener of this.listeners) listener();
  }

  // The picture's size and place at rest.
  spread() {
    const { painted, host } = this;
    const [left, top] = [(host.clientWidth - painted.width) / 2, (host.clientHeight - painted.height) / 2];
    Object.assign(this.picture.style, {
      width: `${painted.width}px`, height: `${painted.height}px`, left: `${left}px`, top: `${top}px`,
    });
  }

  // For every frame, so nothing here may ask the browser for a size.
  place() {
    const { painted, camera } = this;
    if (!painted) return;
    const dx = (painted.x - camera.x) * camera.scale, dy = (painted.y - camera.y) * camera.scale;
    this.picture.style.transform = `translate(${dx}px, ${dy}px) scale(${camera.scale / painted.scale})`;
  }
}

function boundsOf(x, y, mask) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < x.length; i++) {
    if (!mask[i]) continue;
    box.left = Math.min(box.left, x[i]);
    box.right = Math.max(box.right, x[i]);
    box.top = Math.min(box.top, y[i]);
    box.bottom = Math.max(box.bottom, y[i]);
  }
  if (box.left > box.right) return { left: -100, top: -100, right: 100, bottom: 100 };
  const edge = 40;
  return { left: box.left - edge, top: box.top - edge, right: box.right + edge, bottom: box.bottom + edge };
}

// Room that the panels take from the map at each side: its padding, which nothing else uses.
function insetsOf(host) {
  const style = getComputedStyle(host);
  const side = (name) => parseFloat(style.getPropertyValue(`padding-${name}`)) || 0;
  return { left: side("left"), right: side("right"), top: side("top"), bottom: side("bottom") };
}
