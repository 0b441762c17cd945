// What the filters let through: time, theme, tag, number of entries. Kinds are hidden on top.

class Filters {
  constructor(vault, state) {
    this.vault = vault;
    this.state = state;
  }

  get narrowed() {
    return ["from", "to", "only", "tag"].some((name) => this.state.get(name) !== START[name]);
  }

  // Entries that pass, as a mask over all nodes.
  entries() {
    const { vault, state } = this;
    const { kind, first, theme } = vault.columns;
    const from = monthDay(state.get("from"), 0), to = monthDay(state.get("to"), 1);
    const only = vault.themes.findIndex((one) => one.id === state.get("only"));
    const tagged = this.tagged();
    return Uint8Array.from(kind, (k, i) => {
      if (k !== ENTRY || (tagged && !tagged.has(i))) return 0;
      if (only >= 0 && theme[i] !== only) return 0;
      if (from === null && to === null) return 1;
      return first[i] !== NO_DAY && (from === null || first[i] >= from) && (to === null || first[i] < to) ? 1 : 0;
    });
  }

  tagged() {
    const tag = this.vault.index.get(this.state.get("tag"));
    return tag === undefined ? null : new Set(edgesAt(this.vault, tag).map(({ other }) => other));
  }

  // Nodes that pass: an entry by itself, anything else by an entry that speaks of it.
  nodes(entries) {
    const { vault, state } = this;
    const { kind, entries: counts, source, target } = vault.columns;
    const least = Number(state.get("min")) || 1;
    const spoken = entries.slice();
    if (this.narrowed) {
      for (let e = 0; e < source.length; e++) {
        if (entries[source[e]] && kind[target[e]] !== ENTRY) spoken[target[e]] = 1;
      }
    }
    return Uint8Array.from(kind, (k, i) => {
      if (k === ENTRY) return entries[i];
      return counts[i] >= least || least === 1 ? (this.narrowed ? spoken[i] : 1) : 0;
    });
  }

  hidden() {
    return new Set(this.state.get("hide").split(",").filter(Boolean));
  }

  // Without the kinds that are switched off.
  visible(nodes) {
    const hidden = this.hidden();
    const on = KINDS.map((kind) => (hidden.has(kind) ? 0 : 1));
    return nodes.map((passes, i) => passes & on[this.vault.columns.kind[i]]);
  }
}

// The first day of a month `YYYY-MM`, or of the month after it, in days since 1970.
function monthDay(month, later) {
  const found = /^(\d{4})-(\d{2})$/.exec(month);
  return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1 + later) / 86400000 : null;
}
