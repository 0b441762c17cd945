// Puts the parts together: a choice changes the state, the state changes what is shown.

const REBUILDERS = ["view", "hide", "only", "tag", "min", "from", "to", "look"];
const CHOICES = ["node", "path", "theme", "depth", "view"];
const READABLE = 0.6;
const NO_FOCUS = { members: [], edges: [], center: -1 };

class App {
  constructor(page) {
    this.vault = new Vault(page);
    this.ground = page.ground;
    this.host = byId("map");
    this.state = new State();
    this.focus = new Focus(byId("network"), this.vault, this.ground);
    this.filters = new Filters(this.vault, this.state);
    this.sidebar = new Sidebar(this.vault, this.state, this.filters);
    this.timeBar = new TimeBar(this.vault, this.state);
    this.panel = new Panel(this.vault, {
      state: this.state, node: (i) => this.select(i), startPath: () => this.startPath(),
      theme: (id) => this.state.set({ theme: id, node: "", path: "" }), close: () => this.clear(),
    });
    this.search = new Search(this.vault, (i) => {
      this.select(i, { reveal: true });
      this.panel.focus();
    });
    this.pointer = new Pointer(this);
    this.ground.painter.change(this.vault.words);
    this.buttons();
    this.state.listeners.push((changed) => this.refresh(changed));
    this.begin(page.kept);
    addEventListener("resize", () => this.ground.repaint());
    document.body.dataset.ready = "true";
  }

  // What the address says, at once; seen as before where this page comes in the place of another.
  begin(kept) {
    this.go = (camera) => this.focus.jump(camera);
    this.refresh(() => true);
    if (kept) this.focus.jump(kept);
    else if (this.selected >= 0 && !this.path) this.flyTo(this.selected);
    this.go = (camera) => this.focus.fly(camera);
  }

  buttons() {
    byId("fit").addEventListener("click", () => this.fit());
    byId("closer").addEventListener("click", () => this.zoom(1.5));
    byId("farther").addEventListener("click", () => this.zoom(1 / 1.5));
    byId("look").addEventListener("click", () => {
      this.state.set({ look: this.ground.dark ? "light" : "dark" }, { step: false });
    });
    byId("png").addEventListener("click", () => savePng(this));
    byId("svg").addEventListener("click", () => saveSvg(this));
    addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    if (event.key === "Escape") this.clear();
    if (event.target !== this.host || event.ctrlKey || event.metaKey || event.altKey) return;
    const { x, y, scale } = this.ground.camera;
    const step = 120 / scale;
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] || [0, 0];
    if (dx || dy) this.focus.fly({ x: x + dx * step, y: y + dy * step, scale });
    else if (event.key === "+" || event.key === "=") this.zoom(1.5);
    else if (event.key === "-") this.zoom(1 / 1.5);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // One step out: first the choosing of a path and the folded filters, then what is chosen.
  clear() {
    if (this.picking) this.stopPath();
    else if (document.body.classList.contains("unfolded")) this.sidebar.unfold(false);
    else if (this.state.get("path")) this.state.set({ path: "" });
    else if (this.state.get("node") || this.state.get("theme")) this.state.set({ node: "", theme: "" });
  }

  refresh(changed) {
    if (changed("look")) document.documentElement.dataset.look = preferredLook(this.state.get("look"));
    if (REBUILDERS.some(changed)) this.rebuild(changed("view"));
    if (CHOICES.some(changed)) this.showChoice(changed);
    this.sidebar.refresh();
    this.timeBar.refresh();
  }

  rebuild(fit) {
    const view = VIEWS[this.state.get("view")] || VIEWS.map;
    const entries = this.filters.entries();
    this.scene = view.build(this.vault, this.filters.visible(this.filters.nodes(entries)), entries);
    this.links = neighbours(this.vault.count, this.scene.source, this.scene.target);
    this.picker = new Picker(this.scene);
    this.ground.painter.change(this.scene);
    byId("nothing").textContent = this.scene.mask.includes(1) ? "" : this.whyNothing();
    if (fit) this.fit({ still: true });
    this.ground.repaint();
    this.showFocus();
  }

  whyNothing() {
    if (this.vault.count === 0) return "Nothing to show here yet. Write an entry.";
    if (this.state.get("view") === "themes" && this.vault.themes.length === 0) {
      return "No themes yet. They come with more entries.";
    }
    return "Nothing passes the filters. Show more kinds, a longer time, or everything again.";
  }

  get selected() {
    return this.vault.index.get(this.state.get("node")) ?? -1;
  }

  get theme() {
    return this.vault.themes.findIndex((theme) => theme.id === this.state.get("theme"));
  }

  select(i, { reveal = false } = {}) {
    if (this.picking && this.selected >= 0 && i !== this.selected) {
      this.stopPath();
      this.state.set({ path: this.vault.id(i), ...(this.state.get("view") === "map" ? {} : { view: "map" }) });
      return;
    }
    const patch = { node: this.vault.id(i), path: "", theme: "" };
    if (reveal || !this.scene.mask[i]) Object.assign(patch, this.revealing(i));
    this.state.set(patch);
    this.flyTo(i);
  }

  // The camera that shows what is lit, where that can be read; else none.
  overLit() {
    const only = new Uint8Array(this.vault.count);
    for (const i of this.focus.members) only[i] = 1;
    const camera = this.ground.fitting(boundsOf(this.scene.x, this.scene.y, only), this.insets());
    return camera.scale >= READABLE ? camera : null;
  }

  // What must change for a node to be seen: its kind shown, no filter, a view that has it.
  revealing(i) {
    if (this.scene.mask[i]) return {};
    const hidden = this.filters.hidden();
    hidden.delete(this.vault.kind(i));
    const view = this.state.get("view");
    const inView = VIEWS[view]?.kinds.includes(this.vault.columns.kind[i]) && view !== "themes";
    return {
      hide: [...hidden].join(",") || "none", view: inView ? view : "map",
      only: "", tag: "", min: "1", from: "", to: "",
    };
  }

  startPath() {
    this.picking = true;
    byId("hint").hidden = false;
  }

  stopPath() {
    this.picking = false;
    byId("hint").hidden = true;
  }

  showChoice(changed) {
    const { selected, theme, goal } = this;
    this.path = selected >= 0 && goal >= 0 ? findPath(this.vault, selected, goal) : null;
    if (selected >= 0 && goal >= 0) this.panel.showPath(this.path, selected, goal);
    else if (selected >= 0) this.panel.showNode(selected);
    else if (theme >= 0) this.panel.showTheme(this.vault.themes[theme], this.ofTheme(theme));
    else this.panel.hide();
    this.showFocus();
    if (this.path && changed("path")) this.frame(this.path.map(({ node }) => node));
    if (theme >= 0 && selected < 0 && changed("theme")) this.frame(this.ofTheme(theme));
  }

  get goal() {
    return this.vault.index.get(this.state.get("path")) ?? -1;
  }

  ofTheme(theme) {
    const found = [];
    this.vault.columns.theme.forEach((of, i) => { if (of === theme) found.push(i); });
    return found;
  }

  // Light what is chosen, fade the rest.
  showFocus() {
    const { selected, theme, scene } = this;
    let lit = NO_FOCUS;
    if (this.path) {
      lit = this.alongPath();
    } else if (selected >= 0 && scene.mask[selected]) {
      lit = { ...neighbourhood(scene, this.links, selected, Number(this.state.get("depth"))), center: selected };
    } else if (theme >= 0) {
      const members = this.ofTheme(theme).filter((i) => scene.mask[i]).slice(0, FOCUS_LIMIT);
      lit = { members, edges: edgesAmong(scene, this.links, members), center: -1 };
    }
    this.focus.show(scene, lit, Boolean(this.path));
    this.host.classList.toggle("faded", lit.members.length > 0);
  }

  // The path's nodes, seen or not by the filters, with the scene's edges from each to the next.
  alongPath() {
    const members = this.path.map(({ node }) => node), at = new Map(members.map((i, step) => [i, step]));
    const { source, target } = this.scene;
    const edges = edgesAmong(this.scene, this.links, members)
      .filter((e) => Math.abs(at.get(source[e]) - at.get(target[e])) === 1);
    return { members, edges, center: this.selected };
  }

  hover(i) {
    if (this.selected >= 0 || this.theme >= 0) return;
    const lit = i < 0 ? NO_FOCUS : { ...neighbourhood(this.scene, this.links, i, 1), center: i };
    this.focus.show(this.scene, lit);
    this.host.classList.toggle("faded", i >= 0);
  }

  insets() { return insetsOf(this.host); }

  frame(members) {
    const only = new Uint8Array(this.vault.count);
    for (const i of members) only[i] = this.scene.mask[i];
    if (!only.includes(1)) return;
    this.go(this.ground.fitting(boundsOf(this.scene.x, this.scene.y, only), this.insets()));
  }

  fit({ still = false } = {}) {
    const camera = this.ground.fitting(boundsOf(this.scene.x, this.scene.y, this.scene.mask), this.insets());
    if (still) this.focus.jump(camera);
    else this.focus.fly(camera);
  }

  flyTo(i) {
    if (!this.scene.mask[i]) return;
    const insets = this.insets();
    const scale = Math.max(this.ground.camera.scale, 0.9);
    this.go(this.overLit() || {
      x: this.scene.x[i] - (insets.left - insets.right) / 2 / scale,
      y: this.scene.y[i] - (insets.top - insets.bottom) / 2 / scale, scale,
    });
  }

  // About the middle of what no panel covers.
  zoom(factor) {
    const { x, y, scale: before } = this.ground.camera, insets = this.insets();
    const scale = Math.max(0.01, Math.min(8, before * factor)), moved = (1 / before - 1 / scale) / 2;
    this.focus.fly({
      x: x + (insets.left - insets.right) * moved, y: y + (insets.top - insets.bottom) * moved, scale,
    });
  }
}

function edgesAmong(scene, links, members) {
  const held = new Set(members), found = new Set();
  for (const i of members) {
    for (let at = links.offsets[i]; at < links.offsets[i + 1]; at++) {
      if (held.has(links.others[at])) found.add(links.edges[at]);
    }
  }
  return [...found];
}
