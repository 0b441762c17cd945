// What is in focus, drawn by vis-network above the painted ground. It owns the camera and holds
// never more than FOCUS_LIMIT nodes.

const FOCUS_LIMIT = 300;
const FOCUS_EDGES = 900;
const FEW_EDGES = 40;
const LABEL_AREA = 7000;
const VIS_SHAPES = { dot: "dot", ring: "dot", disc: "dot", triangle: "triangle", diamond: "diamond", square: "square" };

class Focus {
  constructor(host, vault, ground) {
    this.vault = vault;
    this.ground = ground;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.center = -1;
    this.members = [];
    this.network = new vis.Network(host, { nodes: this.nodes, edges: this.edges }, vault.options);
    host.firstElementChild.removeAttribute("tabindex");
    this.network.moveTo({ ...this.visCamera(ground.camera), animation: false });
    this.network.on("beforeDrawing", () => this.follow());
    this.network.on("afterDrawing", (ctx) => this.drawWords(ctx));
    ground.listeners.push(() => this.resize());
  }

  visCamera({ x, y, scale }) { return { position: { x, y }, scale }; }

  follow() {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    const now = this.ground.camera;
    if (Math.abs(now.x - x) + Math.abs(now.y - y) < 1e-3 && Math.abs(now.scale / scale - 1) < 1e-5) return;
    this.ground.move({ x, y, scale });
  }

  fly(camera) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const animation = still ? false : { duration: 450, easingFunction: "easeInOutCubic" };
    this.network.moveTo({ ...this.visCamera(camera), animation });
  }

  // Without a flight, and at once: the ground follows before the next frame.
  jump(camera) {
    this.network.moveTo({ ...this.visCamera(camera), animation: false });
    this.ground.move(camera);
  }

  get look() { return LOOKS[this.ground.dark ? "dark" : "light"]; }

  radius(i) {
    const { kind, size } = this.vault.columns;
    return nodeRadius(kind[i], size[i], this.ground.camera.scale) / this.ground.camera.scale;
  }

  // Show these nodes of the scene and the edges among them; `center` gets a ring, a path strong lines.
  show(scene, { members, center, edges }, path = false) {
    this.scene = scene;
    this.center = center;
    this.path = path;
    this.sizedAt = this.ground.camera.scale;
    this.members = members.slice(0, FOCUS_LIMIT);
    const held = new Set(this.members);
    const among = edges.filter((e) => held.has(scene.source[e]) && held.has(scene.target[e])).slice(0, FOCUS_EDGES);
    this.ink = Math.min(1, Math.sqrt(FEW_EDGES / among.length));
    this.nodes.clear();
    this.edges.clear();
    this.nodes.add(this.members.map((i) => this.visNode(i)));
    this.edges.add(among.map((e) => this.visEdge(e)));
  }

  visNode(i) {
    const kind = this.vault.columns.kind[i];
    const color = this.look.kinds[kind];
    const background = SHAPES[kind] === "ring" ? this.look.halo : color;
    return {
      id: i, x: this.scene.x[i], y: this.scene.y[i], shape: VIS_SHAPES[SHAPES[kind]], size: this.radius(i),
      color: { background, border: SHAPES[kind] === "ring" ? color : this.look.halo },
      borderWidth: 1.2,
    };
  }

  visEdge(e) {
    const { source, target } = this.scene;
    return { id: e, from: source[e], to: target[e], width: this.edgeWidth(e), color: this.edgeColor(e) };
  }

  touches(e) { return this.scene.source[e] === this.center || this.scene.target[e] === this.center; }

  edgeColor(e) {
    const { look, scene } = this;
    if (this.path) return { color: look.ink, opacity: 0.8 };
    if (!this.touches(e)) return { color: look.faint, opacity: 0.3 * this.ink };
    const other = scene.source[e] === this.center ? scene.target[e] : scene.source[e];
    return { color: look.kinds[this.vault.columns.kind[other]], opacity: 0.75 * this.ink };
  }

  edgeWidth(e) {
    const width = this.path ? 2 : this.touches(e) ? 1.1 : 0.6;
    return (width + Math.log2(this.scene.weight[e] || 1) * 0.5) / this.ground.camera.scale;
  }

  // Marks and lines keep their size on the screen: renewed when the camera rests.
  resize() {
    if (this.members.length === 0 || this.sizedAt === this.ground.camera.scale) return;
    this.sizedAt = this.ground.camera.scale;
    this.nodes.update(this.members.map((i) => ({
      id: i, size: this.radius(i), borderWidth: 1.2,
    })));
    this.edges.update(this.edges.getIds().map((e) => ({ id: e, width: this.edgeWidth(e) })));
  }

  // The part of the window that no panel covers, where `drawWords` draws.
  view() {
    const { camera, host } = this.ground;
    const insets = insetsOf(host);
    const [left, top] = [camera.x * camera.scale - host.clientWidth / 2, camera.y * camera.scale - host.clientHeight / 2];
    return {
      left: left + insets.left - EDGE, top: top + insets.top - EDGE,
      right: left + host.clientWidth - insets.right + EDGE, bottom: top + host.clientHeight - insets.bottom + EDGE,
    };
  }

  drawWords(ctx) {
    if (this.members.length === 0) return;
    const { scale } = this.ground.camera;
    const look = this.look;
    ctx.save();
    ctx.scale(1 / scale, 1 / scale);
    ctx.lineJoin = "round";
    const view = this.view();
    const room = new LabelRoom(view);
    const seen = this.members.map((own) => ({
      own, x: this.scene.x[own] * scale, y: this.scene.y[own] * scale,
      r: this.radius(own) * scale + (own === this.center ? 6 : 0),
    })).filter(({ x, y }) => x > view.left && x < view.right && y > view.top && y < view.bottom);
    for (const { own, x, y, r } of seen) room.block(x, y, r, own === this.center ? 2 : 1, own);
    if (this.center >= 0) this.drawRing(ctx, scale, look);
    let left = Math.min(60, Math.ceil(((view.right - view.left) * (view.bottom - view.top)) / LABEL_AREA));
    for (const at of seen) {
      if (left === 0) break;
      const i = at.own, kind = this.vault.columns.kind[i];
      ctx.strokeStyle = look.sea;
      ctx.lineWidth = 4;
      ctx.fillStyle = look.ink;
      const style = labelFont(kind, this.vault.columns.size[i], scale);
      if (i === this.center) style.font = `700 ${style.px + 2}px ${MAP_FONT}`;
      const text = shortened(this.vault.label(i), 40);
      if (drawLabel(ctx, room, text, at, style, i === this.center ? OVER_ALL : OVER_USUAL)) left--;
    }
    ctx.restore();
  }

  drawRing(ctx, scale, look) {
    ctx.beginPath();
    const [x, y] = [this.scene.x[this.center] * scale, this.scene.y[this.center] * scale];
    ctx.arc(x, y, this.radius(this.center) * scale + 5, 0, 2 * Math.PI);
    ctx.strokeStyle = look.ring;
    ctx.lineWidth = 2;
    ctx.stroke();
  }
}

// Nodes within `depth` steps of `start`, nearest and most important first, and the edges walked.
function neighbourhood(scene, links, start, depth) {
  const found = new Set([start]), edges = [];
  let ring = [start];
  for (let step = 0; step < depth && found.size < FOCUS_LIMIT; step++) {
    const next = new Set();
    for (const i of ring) {
      for (let at = links.offsets[i]; at < links.offsets[i + 1]; at++) {
        const other = links.others[at];
        if (!scene.mask[other]) continue;
        edges.push(links.edges[at]);
        if (!found.has(other)) next.add(other);
      }
    }
    ring = [...next].sort((a, b) => a - b);
    for (const other of ring) found.add(other);
  }
  return { members: [...found], edges: [...new Set(edges)] };
}
