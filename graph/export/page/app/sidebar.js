// The left column: views, kinds, themes.

class Sidebar {
  constructor(vault, state, filters) {
    this.vault = vault;
    this.state = state;
    this.filters = filters;
    this.narrowing();
    this.views();
    this.kinds();
    this.themes();
    this.summary();
    byId("more").addEventListener("click", () => this.unfold(byId("more").ariaExpanded !== "true"));
  }

  // In a narrow window what narrows down is folded away.
  unfold(yes) {
    byId("more").setAttribute("aria-expanded", String(yes));
    document.body.classList.toggle("unfolded", yes);
  }

  summary() {
    const { facts } = this.vault;
    const years = facts.first ? [facts.first.slice(0, 4), facts.last.slice(0, 4)] : [];
    const span = years.length ? ` · ${years[0] === years[1] ? years[0] : years.join("–")}` : "";
    byId("summary").textContent = sayCount(facts.kinds.entry || 0, "entry", "entries") + span;
    const remarks = facts.remarks ? `${sayCount(facts.remarks, "remark", "remarks")} on what could not be read: see diagnostics.json` : "";
    byId("remarks").textContent = remarks;
  }

  views() {
    this.viewButtons = Object.entries(VIEWS).map(([name, view]) => el("button", {
      type: "button", class: "view", "data-view": name, on: { click: () => this.state.set({ view: name }) },
    }, view.label));
    byId("views").replaceChildren(...this.viewButtons);
  }

  kinds() {
    const { kinds } = this.vault.facts;
    const present = [ENTRY, PERSON, IDEA, TAG, LINK, MISSING].filter((kind) => kinds[KINDS[kind]]);
    this.chips = present.map((kind) => el("button", {
      type: "button", class: `chip kind-${KINDS[kind]}`, "data-kind": KINDS[kind],
      on: { click: () => this.toggle(KINDS[kind]) },
    }, kindMark(kind), KIND_WORDS[KINDS[kind]][1], el("span", { class: "count" }, kinds[KINDS[kind]].toLocaleString("en-GB"))));
    byId("kinds").replaceChildren(...this.chips);
  }

  // Theme, tag, number of entries. Options are made as elements: their words are the vault's.
  narrowing() {
    const { vault, state } = this;
    const tags = [...vault.columns.kind.keys()].filter((i) => vault.columns.kind[i] === TAG).slice(0, 300);
    const fill = (select, choices) => select.append(...choices.map(([value, label]) => el("option", { value }, label)));
    fill(byId("only"), [["", "Any theme"], ...vault.themes.map((theme) => [theme.id, theme.label])]);
    fill(byId("tag"), [["", "Any tag"], ...tags.map((i) => [vault.id(i), vault.label(i)])]);
    for (const [name, event] of [["only", "change"], ["tag", "change"], ["min", "input"]]) {
      byId(name).addEventListener(event, () => state.set({ [name]: byId(name).value || START[name] }, { step: false }));
    }
    byId("clear").addEventListener("click", () => state.set(
      { only: "", tag: "", min: "1", from: "", to: "", hide: START.hide }, { step: false }));
  }

  toggle(kind) {
    const hidden = this.filters.hidden();
    if (!hidden.delete(kind)) hidden.add(kind);
    const order = KINDS.filter((name) => hidden.has(name));
    this.state.set({ hide: order.length ? order.join(",") : "none" }, { step: false });
  }

  themes() {
    const { themes, months } = this.vault;
    this.themeButtons = themes.map((theme) => el("button", {
      type: "button", class: "theme", "data-theme": theme.id,
      on: { click: () => {
        this.unfold(false);
        this.state.set({ theme: this.state.get("theme") === theme.id ? "" : theme.id, node: "" });
      } },
    }, el("span", { class: "name" }, theme.label),
    months.length > 1 ? monthBars(new Map(theme.by_month), months, "spark") : null,
    el("span", { class: `trend trend-${theme.trend || "unknown"}` }, TREND_WORDS[theme.trend] || "")));
    byId("themes").replaceChildren(...this.themeButtons.map((button) => el("li", {}, button)));
    byId("themes-box").hidden = themes.length === 0;
  }

  refresh() {
    const hidden = this.filters.hidden();
    const { kinds } = VIEWS[this.state.get("view")] || VIEWS.map;
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    for (const button of this.viewButtons) press(button, button.dataset.view === this.state.get("view"));
    for (const chip of this.chips) {
      chip.disabled = !kinds.includes(KINDS.indexOf(chip.dataset.kind));
      press(chip, !hidden.has(chip.dataset.kind) && !chip.disabled);
    }
    for (const name of ["only", "tag", "min"]) byId(name).value = this.state.get(name);
    byId("least").textContent = this.state.get("min");
    const set = ["only", "tag", "min", "from", "to"].filter((name) => this.state.get(name) !== START[name]);
    byId("clear").hidden = set.length === 0;
    byId("narrow-count").textContent = set.length ? String(set.length) : "";
    byId("more").dataset.set = set.length || "";
    for (const button of this.themeButtons) press(button, button.dataset.theme === this.state.get("theme"));
  }
}
