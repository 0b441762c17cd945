// Paints off the main thread where the browser can, on it where it cannot.
// Messages to the worker: {load}, {scene}, {paint}; from it: {id, bitmaps, boxes, camera}.

class PainterCore {
  constructor() {
    this.scene = null;
    this.islands = [];
  }

  load({ columns, labels }) {
    this.scene = makeScene(decodeColumns(columns), labels);
  }

  change({ scene }) {
    Object.assign(this.scene, scene);
    this.islands = scene.islands || this.islands;
    this.scene.coasts = coastlines(this.scene, this.islands);
    this.scene.bridges = scene.allEdges ? [] : bridgesOf(this.scene, this.scene.coasts, this.islands);
  }

  // Paints on two canvases of the camera's size: the ground, and the words that lie above it.
  paint(ground, words, { camera, dpr, dark }) {
    const [width, height] = [Math.round(camera.width * dpr), Math.round(camera.height * dpr)];
    for (const canvas of [ground, words]) {
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    }
    const contexts = [ground.getContext("2d", { alpha: false }), words.getContext("2d")];
    contexts[1].setTransform(1, 0, 0, 1, 0, 0);
    contexts[1].clearRect(0, 0, width, height);
    for (const ctx of contexts) ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    return paint(contexts[0], this.scene, camera, LOOKS[dark ? "dark" : "light"], contexts[1]);
  }
}

function answerAsWorker() {
  const core = new PainterCore();
  const [ground, words] = [new OffscreenCanvas(1, 1), new OffscreenCanvas(1, 1)];
  self.onmessage = ({ data }) => {
    if (data.load) core.load(data.load);
    if (data.change) core.change(data.change);
    if (!data.paint) return;
    const { id, camera } = data.paint;
    const boxes = core.paint(ground, words, data.paint);
    const bitmaps = [ground.transferToImageBitmap(), words.transferToImageBitmap()];
    self.postMessage({ id, camera, bitmaps, boxes }, bitmaps);
  };
}

// The same three calls, whether a worker answers or this thread does.
class Painter {
  constructor(source, onPainted) {
    this.onPainted = onPainted;
    this.busy = false;
    this.next = null;
    this.worker = this.startWorker(source);
    this.core = this.worker ? null : new PainterCore();
  }

  startWorker(source) {
    if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return null;
    try {
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(url);
      worker.onmessage = ({ data }) => this.finished(data);
      worker.onerror = (event) => { event.preventDefault(); this.fallBack(); };
      return worker;
    } catch {
      return null;
    }
  }

  // The worker could not start: paint on this thread what was asked so far.
  fallBack() {
    if (!this.worker) return;
    this.worker.terminate();
    this.worker = null;
    this.core = new PainterCore();
    if (this.loaded) this.core.load(this.loaded);
    if (this.changed) this.core.change(this.changed);
    this.busy = false;
    if (this.asked) this.paint(this.asked);
  }

  load(load) {
    this.loaded = load;
    if (this.worker) this.worker.postMessage({ load });
    else this.core.load(load);
  }

  change(change) {
    this.changed = change;
    if (this.worker) this.worker.postMessage({ change });
    else this.core.change(change);
  }

  paint(request) {
    this.asked = request;
    if (this.busy) { this.next = request; return; }
    this.busy = true;
    if (this.worker) this.worker.postMessage({ paint: request });
    else requestAnimationFrame(() => this.paintHere(request));
  }

  paintHere(request) {
    const { id, camera } = request;
    const canvases = [document.createElement("canvas"), document.createElement("canvas")];
    const boxes = this.core.paint(...canvases, request);
    Promise.all(canvases.map((canvas) => createImageBitmap(canvas)))
      .then((bitmaps) => this.finished({ id, camera, bitmaps, boxes }));
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
