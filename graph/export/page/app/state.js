// What the reader chose. All of it lives in the URL's fragment, so that a view can be kept.

const START = { view: "map", node: "", depth: "1", hide: "url", theme: "", look: "" };

class State {
  constructor() {
    this.listeners = [];
    this.values = { ...START };
    this.read();
    addEventListener("popstate", () => { this.read(); this.tell({}); });
  }

  read() {
    const found = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(START)) {
      this.values[name] = found.has(name) ? found.get(name) : START[name];
    }
  }

  get(name) { return this.values[name]; }

  // Choices of a place (view, node, theme) make a step that the back button undoes.
  set(patch, { step = true } = {}) {
    const before = { ...this.values };
    Object.assign(this.values, patch);
    const found = new URLSearchParams();
    for (const name of Object.keys(START)) {
      if (this.values[name] !== START[name]) found.set(name, this.values[name]);
    }
    const address = found.size ? `#${found}` : location.pathname + location.search;
    if (step) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.tell(before);
  }

  tell(before) {
    const changed = (name) => before[name] !== this.values[name];
    for (const listener of this.listeners) listener(changed);
  }
}
