// Paints off the main thread where the browser can, on it where it cannot. The map's first picture
// is painted on it everywhere: that is done before a worker would have started.
// Messages to the worker: {load}, {change}, {paint}; from it: {id, bitmaps, boxes, camera}.

class PainterCore {
  constructor() {
    this.scene = null;
  }

  load(columns) {
    this.scene = makeScene(columns);
  }

  change(scene) {
    Object.assign(this.scene, scene);
    if (!scene.mask) return;
    this.scene.coasts = coastlines(this.scene);
    this.scene.bridges = this.scene.allEdges ? [] : bridgesOf(this.scene);
  }

  // Paints on canvases of the camera's size: the ground, and the words that lie above it. Where
  // there is only one, all goes on it.
  paint([ground, words], { camera, dpr, dark }) {
    const [width, height] = [Math.round(camera.width * dpr), Math.round(camera.height * dpr)];
    const fresh = (canvas, settings) => {
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      const ctx = canvas.getContext("2d", settings);
      ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
      return ctx;
    };
    const under = fresh(ground, { alpha: false });
    const over = words ? fresh(words) : under;
    over.clearRect(0, 0, camera.width, camera.height);
    return paint(under, this.scene, camera, LOOKS[dark ? "dark" : "light"], over);
  }

  picture(canvases, request) {
    const boxes = this.paint(canvases, request);
    const bitmaps = canvases.map((canvas) => canvas.transferToImageBitmap());
    return { id: request.id, camera: request.camera, bitmaps, boxes };
  }
}

function groundAndWords() {
  return [new OffscreenCanvas(1, 1), new OffscreenCanvas(1, 1)];
}

function answerAsWorker() {
  const core = new PainterCore(), canvases = groundAndWords();
  self.onmessage = ({ data }) => {
    if (data.load) core.load(data.load);
    if (data.change) core.change(data.change);
    if (!data.paint) return;
    const picture = core.picture(canvases, data.paint);
    self.postMessage(picture, picture.bitmaps);
  };
}

// The same calls, whether a worker answers or this thread does.
class Painter {
  constructor(onPainted) {
    this.onPainted = onPainted;
    this.core = new PainterCore();
    this.worker = null;
    this.changed = {};
    this.busy = false;
    this.next = null;
  }

  load(columns) {
    this.columns = columns;
    this.core.load(columns);
  }

  // From now on a worker paints, where the browser has one.
  hire(source) {
    if (typeof Worker === "undefined") return;
    try {
      this.worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    } catch {
      return;
    }
    this.worker.onmessage = ({ data }) => this.finished(data);
    this.worker.onerror = (event) => { event.preventDefault(); this.fallBack(); };
    this.worker.postMessage({ load: this.columns, change: this.changed });
  }

  // The worker could not start: paint on this thread what was asked so far.
  fallBack() {
    if (!this.worker) return;
    this.worker.terminate();
    this.worker = null;
    this.core.change(this.changed);
    this.busy = false;
    if (this.asked) this.paint(this.asked);
  }

  change(scene) {
    Object.assign(this.changed, scene);
    if (this.worker) this.worker.postMessage({ change: scene });
    else this.core.change(scene);
  }

  paint(request) {
    this.asked = request;
    if (this.busy) { this.next = request; return; }
    this.busy = true;
    if (this.worker) this.worker.postMessage({ paint: request });
    else requestAnimationFrame(() => this.paintHere(groundAndWords(), request));
  }

  paintHere(canvases, request) {
    this.finished(this.core.picture(canvases, request));
  }

  finished(result) {
    this.busy = false;
    const next = this.next;
    this.next = null;
    this.onPainted(result);
    if (next) this.paint(next);
  }
}

if (typeof document === "undefined") answerAsWorker();
