// Puts the parts together: a choice changes the state, the state changes what is shown.

const NO_FOCUS = { members: [], edges: [], center: -1 };

class App {
  constructor(page) {
    this.vault = new Vault(page);
    this.ground = page.ground;
    this.host = byId("map");
    this.state = new State();
    this.focus = new Focus(byId("network"), this.vault, this.ground);
    this.sidebar = new Sidebar(this.vault, this.state);
    this.panel = new Panel(this.vault, {
      node: (i) => this.select(i), theme: (id) => this.state.set({ theme: id, node: "" }),
      close: () => this.state.set({ node: "", theme: "" }),
    });
    this.search = new Search(this.vault, (i) => this.select(i, { reveal: true }));
    this.pointer = new Pointer(this);
    this.ground.painter.change({ scene: { labels: this.vault.nodes.map((node) => node.label) } });
    this.buttons();
    this.state.listeners.push((changed) => this.refresh(changed));
    this.refresh(() => true);
    addEventListener("resize", () => this.ground.repaint());
    document.body.dataset.ready = "true";
  }

  buttons() {
    byId("fit").addEventListener("click", () => this.fit());
    byId("closer").addEventListener("click", () => this.zoom(1.5));
    byId("farther").addEventListener("click", () => this.zoom(1 / 1.5));
    byId("look").addEventListener("click", () => {
      this.state.set({ look: this.ground.dark ? "light" : "dark" }, { step: false });
    });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.state.set({ node: "", theme: "" });
    });
  }

  refresh(changed) {
    if (changed("look")) document.documentElement.dataset.look = preferredLook();
    if (changed("view") || changed("hide") || changed("look")) this.rebuild(changed("view"));
    if (changed("node") || changed("theme") || changed("depth") || changed("view")) this.showChoice();
    this.sidebar.refresh();
  }

  // Which nodes may be seen in any view, by the filters.
  mask() {
    const hidden = this.sidebar.hidden();
    const off = KINDS.map((kind) => hidden.has(kind));
    return Uint8Array.from(this.vault.columns.kind, (kind) => (off[kind] ? 0 : 1));
  }

  rebuild(fit) {
    const view = VIEWS[this.state.get("view")] || VIEWS.map;
    this.scene = view.build(this.vault, this.mask());
    this.links = neighbours(this.vault.count, this.scene.source, this.scene.target);
    this.picker = new Picker(this.scene);
    this.ground.painter.change({ scene: this.scene });
    byId("nothing").hidden = this.scene.mask.includes(1);
    if (fit) this.fit({ still: true });
    this.ground.repaint();
    this.showFocus();
  }

  get selected() {
    return this.vault.index.get(this.state.get("node")) ?? -1;
  }

  get theme() {
    return this.vault.themes.findIndex((theme) => theme.id === this.state.get("theme"));
  }

  select(i, { reveal = false } = {}) {
    const patch = { node: this.vault.id(i), theme: "" };
    if (reveal || !this.scene.mask[i]) Object.assign(patch, this.revealing(i));
    this.state.set(patch);
    this.flyTo(i);
  }

  // What must change for a node to be seen: its kind shown, a view that has it.
  revealing(i) {
    const hidden = this.sidebar.hidden();
    if (this.scene.mask[i]) return {};
    hidden.delete(this.vault.kind(i));
    const inView = this.state.get("view") === "map" || [PERSON, IDEA].includes(this.vault.columns.kind[i]);
    return { hide: [...hidden].join(",") || "none", view: inView ? this.state.get("view") : "map" };
  }

  showChoice() {
    const { selected, theme } = this;
    if (selected >= 0) this.panel.showNode(selected);
    else if (theme >= 0) this.panel.showTheme(this.vault.themes[theme], this.ofTheme(theme));
    else this.panel.hide();
    this.showFocus();
    if (theme >= 0 && selected < 0) this.frame(this.ofTheme(theme));
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
    if (selected >= 0 && scene.mask[selected]) {
      lit = { ...neighbourhood(scene, this.links, selected, Number(this.state.get("depth"))), center: selected };
    } else if (theme >= 0) {
      const members = this.ofTheme(theme).filter((i) => scene.mask[i]).slice(0, FOCUS_LIMIT);
      lit = { members, edges: edgesAmong(scene, this.links, members), center: -1 };
    }
    this.focus.show(scene, lit.members, lit.center, lit.edges);
    this.host.classList.toggle("faded", lit.members.length > 0);
  }

  hover(i) {
    if (this.selected >= 0 || this.theme >= 0) return;
    const lit = i < 0 ? NO_FOCUS : { ...neighbourhood(this.scene, this.links, i, 1), center: i };
    this.focus.show(this.scene, lit.members, lit.center, lit.edges);
    this.host.classList.toggle("faded", i >= 0);
  }

  insets() { return insetsOf(this.host); }

  frame(members) {
    const only = new Uint8Array(this.vault.count);
    for (const i of members) only[i] = this.scene.mask[i];
    if (!only.includes(1)) return;
    this.focus.fly(this.ground.fitting(boundsOf(this.scene.x, this.scene.y, only), this.insets()));
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
    this.focus.fly({
      x: this.scene.x[i] - (insets.left - insets.right) / 2 / scale,
      y: this.scene.y[i] - (insets.top - insets.bottom) / 2 / scale, scale,
    });
  }

  zoom(factor) {
    const { x, y, scale } = this.ground.camera;
    this.focus.fly({ x, y, scale: Math.max(0.01, Math.min(8, scale * factor)) });
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
