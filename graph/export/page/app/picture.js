// The current view as a picture: PNG from what is on the screen, SVG from the same painting calls.

function save(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function sceneForSaving(app) {
  const core = new PainterCore();
  core.load(app.vault.columns);
  core.change({ ...app.scene, ...app.vault.words });
  return core;
}

// Paints ground and focus on `ctx`, which knows `globalAlpha`.
function paintAll(ctx, app) {
  const camera = { ...app.ground.camera, width: app.host.clientWidth, height: app.host.clientHeight };
  const look = LOOKS[app.ground.dark ? "dark" : "light"];
  const core = sceneForSaving(app);
  const lit = app.focus.members;
  ctx.globalAlpha = lit.length ? 0.2 : 1;
  const unseen = document.createElement("canvas").getContext("2d");
  paint(ctx, core.scene, camera, look, lit.length ? unseen : ctx);
  ctx.globalAlpha = 1;
  if (lit.length === 0) return;
  const mask = new Uint8Array(app.vault.count), only = new Set(app.focus.edges.getIds());
  for (const i of lit) mask[i] = 1;
  const kept = [...only].sort((a, b) => a - b);
  const pick = (column) => column.constructor.from(kept, (e) => column[e]);
  const scene = {
    ...core.scene, mask, source: pick(core.scene.source), target: pick(core.scene.target), allEdges: true,
  };
  const seen = project(scene, camera);
  paintEdges(ctx, scene, seen, camera, look);
  paintNodes(ctx, scene, seen, camera, look);
  paintLabels(ctx, scene, seen, { ...camera, scale: Math.max(camera.scale, 0.9) }, look, new LabelRoom());
}

function savePng(app) {
  const canvas = document.createElement("canvas");
  const times = 2;
  canvas.width = app.host.clientWidth * times;
  canvas.height = app.host.clientHeight * times;
  const ctx = canvas.getContext("2d");
  ctx.scale(times, times);
  ctx.fillStyle = LOOKS[app.ground.dark ? "dark" : "light"].sea;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  paintAll(ctx, app);
  return new Promise((done) => canvas.toBlob((blob) => { save("inkthread.png", blob); done(blob); }, "image/png"));
}

function saveSvg(app) {
  const recorder = new SvgRecorder(app.host.clientWidth, app.host.clientHeight);
  paintAll(recorder, app);
  const text = new XMLSerializer().serializeToString(recorder.root);
  const blob = new Blob([text], { type: "image/svg+xml" });
  save("inkthread.svg", blob);
  return blob;
}

// The few canvas calls that painting uses, kept as SVG elements.
class SvgRecorder {
  constructor(width, height) {
    this.root = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
    this.measure = document.createElement("canvas").getContext("2d");
    this.globalAlpha = 1;
    this.lineJoin = "miter";
    this.lineCap = "butt";
    this.beginPath();
  }

  set font(value) { this.measure.font = value; }
  get font() { return this.measure.font; }
  measureText(text) { return this.measure.measureText(text); }

  beginPath() { this.d = []; }
  at(...numbers) { return numbers.map((value) => value.toFixed(1)).join(" "); }
  moveTo(x, y) { this.d.push(`M${this.at(x, y)}`); }
  lineTo(x, y) { this.d.push(`L${this.at(x, y)}`); }
  quadraticCurveTo(a, b, x, y) { this.d.push(`Q${this.at(a, b, x, y)}`); }
  closePath() { this.d.push("Z"); }
  rect(x, y, w, h) { this.d.push(`M${this.at(x, y)}h${w.toFixed(1)}v${h.toFixed(1)}h${(-w).toFixed(1)}Z`); }

  arc(x, y, r) {
    this.d.push(`M${this.at(x + r, y)}A${this.at(r, r)} 0 1 1 ${this.at(x - r, y)}A${this.at(r, r)} 0 1 1 ${this.at(x + r, y)}`);
  }

  add(tag, attributes, ...children) {
    if (this.globalAlpha !== 1) attributes.opacity = this.globalAlpha;
    this.root.append(svg(tag, attributes, ...children));
  }

  fillRect(x, y, width, height) { this.add("rect", { x, y, width, height, fill: this.fillStyle }); }
  fill() { if (this.d.length) this.add("path", { d: this.d.join(""), fill: this.fillStyle }); }

  stroke() {
    if (this.d.length) {
      this.add("path", { d: this.d.join(""), fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth });
    }
  }

  strokeText(text, x, y) {
    this.add("text", {
      ...this.words(x, y), fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth,
      "stroke-linejoin": "round",
    }, text);
  }

  fillText(text, x, y) { this.add("text", { ...this.words(x, y), fill: this.fillStyle }, text); }

  words(x, y) {
    const [, style, weight, size, family] = /^(italic )?(\d+|bold|normal)? ?(\d+)px (.*)$/.exec(this.font) || [];
    return {
      x: x.toFixed(1), y: y.toFixed(1), "font-size": size || 12, "font-family": family || "sans-serif",
      "font-weight": weight || 400, "font-style": style ? "italic" : "normal",
    };
  }
}
