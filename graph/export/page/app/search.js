// Search as you type over names, aliases and titles.

const SEARCH_SHOWN = 12;

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

class Search {
  constructor(vault, choose) {
    this.vault = vault;
    this.choose = choose;
    this.input = byId("search");
    this.list = byId("found");
    this.active = -1;
    this.input.addEventListener("input", () => this.look());
    this.input.addEventListener("focus", () => this.look());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.input.focus();
      this.input.select();
    });
  }

  get texts() {
    this.textCache ??= this.vault.nodes.map((node) => folded([node.label, ...(node.aliases || [])].join("\n")));
    return this.textCache;
  }

  // Best first: starts with it, a word starts with it, holds it; then by importance.
  matches(query) {
    const wanted = folded(query.trim());
    if (!wanted) return [];
    const ranks = [[], [], []];
    this.texts.forEach((text, i) => {
      const at = text.indexOf(wanted);
      if (at < 0) return;
      const starts = at === 0 || text.includes(`\n${wanted}`);
      const word = text.includes(` ${wanted}`);
      ranks[starts ? 0 : word ? 1 : 2].push(i);
    });
    return ranks.flat().slice(0, SEARCH_SHOWN);
  }

  look() {
    this.found = this.matches(this.input.value);
    this.active = this.found.length ? 0 : -1;
    const nothing = this.input.value.trim() && !this.found.length;
    this.list.replaceChildren(...this.found.map((i, at) => el("li", {
      role: "option", id: `found-${at}`, on: { mousedown: (event) => { event.preventDefault(); this.take(at); } },
    }, kindMark(this.vault.columns.kind[i]), el("span", { class: "name" }, this.vault.label(i)),
    el("span", { class: "hint" }, KIND_WORDS[this.vault.kind(i)][0]))));
    if (nothing) this.list.append(el("li", { class: "nothing" }, "Nothing by that name"));
    this.open(this.found.length > 0 || nothing);
    this.mark();
  }

  open(yes) {
    this.list.hidden = !yes;
    this.input.setAttribute("aria-expanded", String(Boolean(yes)));
  }

  close() { this.open(false); }

  mark() {
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === this.active)));
    const item = byId(`found-${this.active}`);
    this.input.setAttribute("aria-activedescendant", item ? item.id : "");
    if (item) item.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found && this.found.length) {
      event.preventDefault();
      this.active = (this.active + step + this.found.length) % this.found.length;
      this.mark();
    } else if (event.key === "Enter" && this.active >= 0) {
      this.take(this.active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.list.hidden) this.input.value = "";
      this.close();
      byId("map").focus();
    }
  }

  take(at) {
    const chosen = this.found[at];
    this.input.value = "";
    this.close();
    this.input.blur();
    this.choose(chosen);
  }
}
