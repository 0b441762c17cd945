// The left column: views, kinds, themes.

class Sidebar {
  constructor(vault, state) {
    this.vault = vault;
    this.state = state;
    this.views();
    this.kinds();
    this.themes();
    this.summary();
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

  hidden() {
    return new Set(this.state.get("hide").split(",").filter(Boolean));
  }

  toggle(kind) {
    const hidden = this.hidden();
    if (!hidden.delete(kind)) hidden.add(kind);
    const order = KINDS.filter((name) => hidden.has(name));
    this.state.set({ hide: order.length ? order.join(",") : "none" }, { step: false });
  }

  themes() {
    const { themes, months } = this.vault;
    this.themeButtons = themes.map((theme) => el("button", {
      type: "button", class: "theme", "data-theme": theme.id,
      on: { click: () => this.state.set({ theme: this.state.get("theme") === theme.id ? "" : theme.id, node: "" }) },
    }, el("span", { class: "name" }, theme.label),
    months.length > 1 ? monthBars(new Map(theme.by_month), months, "spark") : null,
    el("span", { class: `trend trend-${theme.trend || "unknown"}` }, TREND_WORDS[theme.trend] || "")));
    byId("themes").replaceChildren(...this.themeButtons.map((button) => el("li", {}, button)));
    byId("themes-box").hidden = themes.length === 0;
  }

  refresh() {
    const hidden = this.hidden();
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    for (const button of this.viewButtons) press(button, button.dataset.view === this.state.get("view"));
    for (const chip of this.chips) press(chip, !hidden.has(chip.dataset.kind));
    for (const button of this.themeButtons) press(button, button.dataset.theme === this.state.get("theme"));
  }
}
