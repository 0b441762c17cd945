// The painted ground under everything: one bitmap, moved by a CSS transform while the camera
// moves, painted anew when it rests.

const OVERSCAN = 1.35;
const REST_MS = 90;

class Ground {
  constructor(host, canvas, source) {
    this.host = host;
    this.canvas = canvas;
    this.context = canvas.getContext("bitmaprenderer");
    this.painter = new Painter(source, (result) => this.show(result));
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
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.repaint(), REST_MS);
  }

  repaint() {
    clearTimeout(this.timer);
    const width = Math.round(this.host.clientWidth * OVERSCAN);
    const height = Math.round(this.host.clientHeight * OVERSCAN);
    const camera = { ...this.camera, width, height };
    const dpr = Math.min(globalThis.devicePixelRatio || 1, 2);
    this.painter.paint({ id: ++this.serial, camera, dpr, dark: this.dark });
  }

  show({ id, camera, bitmap, boxes }) {
    this.canvas.width = bitmap.width;
    this.canvas.height = bitmap.height;
    this.context.transferFromImageBitmap(bitmap);
    this.painted = camera;
    this.boxes = boxes;
    this.place();
    if (performance.getEntriesByName("first-frame").length === 0) performance.mark("first-frame");
    this.host.dataset.painted = id;
    for (const listener of this.listeners) listener();
  }

  place() {
    const { painted, camera, canvas } = this;
    if (!painted) return;
    const style = canvas.style;
    style.width = `${painted.width}px`;
    style.height = `${painted.height}px`;
    style.left = `${(this.host.clientWidth - painted.width) / 2}px`;
    style.top = `${(this.host.clientHeight - painted.height) / 2}px`;
    const dx = (painted.x - camera.x) * camera.scale, dy = (painted.y - camera.y) * camera.scale;
    style.transform = `translate(${dx}px, ${dy}px) scale(${camera.scale / painted.scale})`;
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
