// What the vault says, read from the page. Labels and evidence are parsed when they are needed.

const KIND_WORDS = {
  entry: ["Entry", "Entries"], missing: ["Not yet written", "Not yet written"],
  person: ["Person", "People"], tag: ["Tag", "Tags"], idea: ["Idea", "Ideas"], url: ["Link", "Links"],
};
const EDGE_KINDS = ["links_to", "embeds", "mentions", "tagged", "broader", "discusses", "cites"];
const NO_DAY = -2147483648;
const NO_THEME = 65535;
const ENTRY = 0, MISSING = 1, PERSON = 2, TAG = 3, IDEA = 4, LINK = 5;

class Vault {
  constructor(page) {
    const read = (id) => JSON.parse(byId(id).textContent);
    this.columns = page.columns;
    this.islands = page.islands;
    this.nodes = read("nodes");
    this.themes = read("themes-data");
    this.facts = read("facts");
    this.options = read("options");
    this.count = this.nodes.length;
    this.links = neighbours(this.count, this.columns.source, this.columns.target);
    this.months = monthsBetween(this.facts.first, this.facts.last);
    this.evidenceCache = new Map();
    this.keptValues = new Map();
  }

  // What is costly and never changes, made once.
  kept(name, make) {
    if (!this.keptValues.has(name)) this.keptValues.set(name, make());
    return this.keptValues.get(name);
  }

  get index() {
    this.indexCache ??= new Map(this.nodes.map((node, i) => [this.id(i), i]));
    return this.indexCache;
  }

  // What is needed to paint labels.
  get words() {
    return { labels: this.nodes.map((node) => node.label), entries: this.columns.entries };
  }

  id(i) { return `${this.kind(i)}:${this.nodes[i].key}`; }
  kind(i) { return KINDS[this.columns.kind[i]]; }
  label(i) { return this.nodes[i].label; }

  day(i, name) {
    const day = this.columns[name][i];
    return day === NO_DAY ? "" : new Date(day * 86400000).toISOString().slice(0, 10);
  }

  // {line, context, relation} of an edge; the page holds them in parts of `facts.batch` edges.
  evidence(edge) {
    const part = Math.floor(edge / this.facts.batch);
    if (!this.evidenceCache.has(part)) {
      if (this.evidenceCache.size > 16) this.evidenceCache.clear();
      this.evidenceCache.set(part, JSON.parse(byId(`evidence-${part}`).textContent));
    }
    const [line, context, relation] = this.evidenceCache.get(part)[edge % this.facts.batch];
    return { line, context, relation: relation || "" };
  }
}

// For each node the edges at it: `edges` and `others`, from offsets[i] to offsets[i + 1].
function neighbours(count, source, target) {
  const offsets = new Uint32Array(count + 1);
  for (let e = 0; e < source.length; e++) {
    offsets[source[e] + 1]++;
    offsets[target[e] + 1]++;
  }
  for (let i = 0; i < count; i++) offsets[i + 1] += offsets[i];
  const at = offsets.slice(), edges = new Uint32Array(source.length * 2), others = edges.slice();
  for (let e = 0; e < source.length; e++) {
    others[at[source[e]]] = target[e];
    edges[at[source[e]]++] = e;
    others[at[target[e]]] = source[e];
    edges[at[target[e]]++] = e;
  }
  return { offsets, edges, others };
}

function monthsBetween(first, last) {
  const months = [];
  if (!first) return months;
  let [year, month] = first.split("-").map(Number);
  const end = last.slice(0, 7);
  for (;;) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (name > end || months.length > 6000) return months;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

const DAY_WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

function sayDay(iso) {
  return iso ? DAY_WORDS.format(new Date(`${iso}T00:00:00Z`)) : "";
}

const MONTH_WORDS = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

function sayMonth(month) {
  return MONTH_WORDS.format(new Date(`${month}-01T00:00:00Z`));
}

function sayCount(count, one, many) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
