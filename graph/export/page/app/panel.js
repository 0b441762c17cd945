// The side panel: what is selected, when it occurs, with whom, and the sentences that say so.

const SHOWN_AT_FIRST = 30;
const COMPANY_SHOWN = 12;
const TREND_WORDS = {
  rising: "Rising", steady: "Steady", fading: "Fading", dormant: "Dormant", seasonal: "Seasonal", bursty: "In bursts",
};
const COMPANY = [[PERSON, "With these people"], [IDEA, "With these ideas"], [LINK, "With these links"]];

class Panel {
  constructor(vault, actions) {
    this.vault = vault;
    this.actions = actions;
    this.box = byId("panel");
    this.body = byId("panel-body");
    byId("panel-close").addEventListener("click", () => actions.close());
  }

  hide() {
    if (this.box.contains(document.activeElement)) byId("map").focus();
    this.box.hidden = true;
    document.body.classList.remove("has-panel");
  }

  open(...content) {
    const { activeElement: before } = document, within = this.body.contains(before);
    this.body.replaceChildren(...content.filter(Boolean));
    this.body.scrollTop = 0;
    this.box.hidden = false;
    document.body.classList.add("has-panel");
    if (within) this.focus(`[data-depth="${before.dataset.depth}"]`);
  }

  // For those who came by the keyboard: reading goes on here.
  focus(where = "h2") {
    (this.body.querySelector(where) || this.body.querySelector("h2")).focus();
  }

  showNode(i) {
    const { vault } = this;
    const node = vault.nodes[i];
    const at = edgesAt(vault, i);
    this.open(
      el("p", { class: `eyebrow kind-${vault.kind(i)}` }, kindMark(vault.columns.kind[i]), KIND_WORDS[vault.kind(i)][0]),
      el("h2", { tabindex: "-1" }, node.label),
      node.aliases ? el("p", { class: "aliases" }, `Also ${node.aliases.join(", ")}`) : null,
      this.doubt(node),
      node.url ? el("p", { class: "address" }, outLink(node.url, node.url)) : null,
      vault.kind(i) === "entry" ? el("p", { class: "address" }, this.entryLink(node)) : null,
      el("p", { class: "when" }, this.when(i)),
      this.timeline(i, at),
      this.themeLine(i),
      this.tools(i),
      ...this.groups(i, at),
    );
  }

  // That a person was inferred, how sure that is, and from what.
  doubt({ sure, reasons }) {
    if (!sure) return null;
    const said = `${Math.round(sure * 100)}% sure to be a person`;
    if (!reasons) return el("p", { class: "doubt" }, said);
    return el("details", { class: "doubt" }, el("summary", {}, `Found in prose, ${said}`), el("p", {}, `${reasons[0].toUpperCase()}${reasons.slice(1)}.`));
  }

  // An entry's path, as a link into Obsidian where the vault's name there is known.
  entryLink(node) {
    const name = this.vault.facts.obsidian;
    if (!name) return node.key;
    const address = `obsidian://open?vault=${encodeURIComponent(name)}&file=${encodeURIComponent(node.key)}`;
    return outLink(address, node.key);
  }

  tools(i) {
    const { state } = this.actions;
    const steps = ["1", "2", "3"].map((depth) => el("button", {
      type: "button", "data-depth": depth, "aria-pressed": String(state.get("depth") === depth),
      on: { click: () => state.set({ depth }, { step: false }) },
    }, depth));
    const copy = el("button", { type: "button", id: "copy", on: { click: async () => {
      await copyText(asMarkdown(this.vault, i));
      copy.textContent = "Copied";
    } } }, "Copy as Markdown");
    return el("div", { class: "tools" },
      el("span", { class: "steps", role: "group", "aria-label": "Steps lit around it" }, "Steps  ", ...steps),
      el("button", { type: "button", id: "find-path", on: { click: () => this.actions.startPath() } }, "Path to …"), copy);
  }

  showPath(path, from, to) {
    const { vault } = this;
    const steps = path || [];
    this.open(
      el("p", { class: "eyebrow" }, "Path"),
      el("h2", { tabindex: "-1" }, `${vault.label(from)} → ${vault.label(to)}`),
      el("p", { class: "when" }, path ? sayCount(steps.length - 1, "step", "steps") : "Nothing connects these two."),
      el("ol", { class: "evidence path" }, ...steps.flatMap(({ node, edge }) => [
        el("li", {}, this.nodeButton(node, vault.kind(node) === "entry" ? sayDay(vault.day(node, "first")) : "")),
        edge < 0 ? null : el("li", { class: "between" }, ...this.sentence(edge)),
      ].filter(Boolean))),
    );
  }

  sentence(edge) { return this.quote(this.vault.evidence(edge)); }

  quote({ line, context, relation }) {
    return [
      context ? el("q", {}, context) : null,
      line ? el("span", { class: "spot" }, relation ? `${relation}, line ${line}` : `line ${line}`) : null,
    ].filter(Boolean);
  }

  when(i) {
    const { vault } = this;
    const [first, last] = [vault.day(i, "first"), vault.day(i, "last")];
    if (vault.kind(i) === "entry") {
      const words = vault.nodes[i].words ? sayCount(vault.nodes[i].words, "word", "words") : "";
      return [first ? sayDay(first) : "No date", words].filter(Boolean).join(" · ");
    }
    const entries = sayCount(vault.columns.entries[i], "entry", "entries");
    if (!first) return `In ${entries}`;
    return first === last ? `In ${entries}, on ${sayDay(first)}`
      : `In ${entries}, from ${sayDay(first)} to ${sayDay(last)}`;
  }

  timeline(i, at) {
    const { vault } = this;
    if (vault.kind(i) === "entry" || vault.months.length < 2) return null;
    const counts = new Map();
    for (const { other } of at) {
      const month = vault.columns.kind[other] === ENTRY ? vault.day(other, "first").slice(0, 7) : "";
      if (month) counts.set(month, (counts.get(month) || 0) + 1);
    }
    return counts.size ? this.bars(counts, `kind-${vault.kind(i)}`) : null;
  }

  bars(counts, className) {
    const { first, last } = this.vault.facts;
    return el("figure", { class: `months ${className}` }, monthBars(counts, this.vault.months, "bars"),
      el("figcaption", {}, el("span", {}, first.slice(0, 4)), el("span", {}, last.slice(0, 4))));
  }

  themeLine(i) {
    const theme = this.vault.themes[this.vault.columns.theme[i]];
    if (!theme) return null;
    return el("p", { class: "theme-line" }, "Theme: ", this.themeButton(theme));
  }

  themeButton({ id, label }) {
    return el("button", { class: "link", type: "button", on: { click: () => this.actions.theme(id) } }, label);
  }

  // The themes that share more of its entries than chance explains, with how many.
  touches(theme) {
    if (theme.touches.length === 0) return null;
    const others = theme.touches.flatMap(([number, shared], at) =>
      [at ? ", " : "", this.themeButton(this.vault.themes[number]), ` (${shared})`]);
    return el("p", { class: "theme-line" }, "Touches ", ...others);
  }

  groups(i, at) {
    const { vault } = this;
    const byKind = KINDS.map(() => []);
    for (const item of at) byKind[vault.columns.kind[item.other]].push(item);
    const entries = byKind[ENTRY].sort((a, b) => vault.columns.first[b.other] - vault.columns.first[a.other]);
    const company = vault.kind(i) === "entry" ? [] : this.company(i, entries);
    const things = [PERSON, IDEA, TAG, LINK, MISSING].map((kind) =>
      this.section(KIND_WORDS[KINDS[kind]][1], byKind[kind].sort((a, b) => a.other - b.other)));
    const title = vault.kind(i) === "entry" ? "Linked entries" : "Entries";
    return [...things, ...company, this.section(title, entries)];
  }

  section(title, items) {
    if (items.length === 0) return null;
    const list = el("ul", { class: "evidence" });
    const fill = (upTo) => {
      for (const item of items.slice(list.children.length, upTo)) list.append(this.item(item));
    };
    fill(SHOWN_AT_FIRST);
    const more = items.length <= SHOWN_AT_FIRST ? null : el("button", {
      class: "more", type: "button", on: { click: (event) => { fill(items.length); event.target.remove(); } },
    }, `Show all ${items.length.toLocaleString("en-GB")}`);
    return el("section", {}, el("h3", {}, title, el("span", { class: "count" }, String(items.length))), list, more);
  }

  item({ other, edge }) {
    const { vault } = this;
    const day = vault.kind(other) === "entry" ? sayDay(vault.day(other, "first")) : "";
    return el("li", {},
      this.nodeButton(other, day), ...this.sentence(edge));
  }

  nodeButton(i, hint) {
    return el("button", { class: "node", type: "button", on: { click: () => this.actions.node(i) } },
      kindMark(this.vault.columns.kind[i]), el("span", { class: "name" }, this.vault.label(i)),
      hint ? el("span", { class: "hint" }, hint) : null);
  }

  // Who and what else occurs in the same entries.
  company(i, entries) {
    const { vault } = this;
    const { offsets, others } = vault.links;
    const counts = new Map();
    for (const entry of new Set(entries.map(({ other }) => other))) {
      for (const other of new Set(others.subarray(offsets[entry], offsets[entry + 1]))) {
        if (other !== i) counts.set(other, (counts.get(other) || 0) + 1);
      }
    }
    return COMPANY.map(([kind, title]) => {
      const found = [...counts].filter(([other]) => vault.columns.kind[other] === kind)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPANY_SHOWN);
      if (found.length === 0) return null;
      return el("section", {}, el("h3", {}, title), el("ul", { class: "company" },
        ...found.map(([other, count]) => el("li", {}, this.nodeButton(other, vault.nodes[other].site || `×${count}`)))));
    });
  }

  showTheme(theme, members) {
    const { vault } = this;
    const span = theme.first ? `${sayDay(theme.first)} to ${sayDay(theme.last)}` : "";
    const entries = theme.entries.map((i) => ({ i })).filter(({ i }) => i >= 0);
    const list = (title, kind) => {
      const found = members.filter((i) => vault.columns.kind[i] === kind).slice(0, COMPANY_SHOWN);
      return found.length === 0 ? null : el("section", {}, el("h3", {}, title),
        el("ul", { class: "company" }, ...found.map((i) => el("li", {}, this.nodeButton(i, vault.nodes[i].site || "")))));
    };
    this.open(
      el("p", { class: "eyebrow" }, "Theme", TREND_WORDS[theme.trend] ? ` · ${TREND_WORDS[theme.trend].toLowerCase()}` : ""),
      el("h2", { tabindex: "-1" }, theme.label),
      theme.terms.length ? el("p", { class: "aliases" }, theme.terms.join(", ")) : null,
      el("p", { class: "when" }, [sayCount(entries.length, "entry", "entries"), span].filter(Boolean).join(", ")),
      vault.months.length > 1 ? this.bars(new Map(theme.by_month), "") : null,
      el("div", { class: "tools" }, el("button", {
        type: "button", id: "only-this", on: { click: () => this.actions.state.set({ only: theme.id }, { step: false }) },
      }, "Show only this theme")),
      this.touches(theme), this.quotes(theme.quotes),
      list("People", PERSON), list("Ideas", IDEA), list("Links", LINK),
      entries.length ? el("section", {}, el("h3", {}, "Entries"), el("ul", { class: "evidence" },
        ...entries.slice(0, 100).map(({ i }) => el("li", {}, this.nodeButton(i, sayDay(vault.day(i, "first"))))))) : null,
    );
  }

  // The sentences that show a theme best.
  quotes(found) {
    if (found.length === 0) return null;
    return el("section", {}, el("h3", {}, "In its own words"), el("ul", { class: "evidence" },
      ...found.map(([entry, line, context]) => el("li", {},
        this.nodeButton(entry, sayDay(this.vault.day(entry, "first"))), ...this.quote({ line, context })))));
  }
}

// Every edge at a node, with its other end.
function edgesAt(vault, i) {
  const { offsets, edges, others } = vault.links;
  const found = [];
  for (let at = offsets[i]; at < offsets[i + 1]; at++) found.push({ edge: edges[at], other: others[at] });
  return found;
}
