// What the reader chose. All of it lives in the URL's fragment, so that a view can be kept.

const START = {
  view: "map", node: "", path: "", depth: "1", theme: "", hide: "url", only: "", tag: "", min: "1",
  from: "", to: "", look: "",
};

class State {
  constructor() {
    this.listeners = [];
    this.values = { ...START };
    this.read();
    addEventListener("popstate", () => {
      const before = { ...this.values };
      this.read();
      this.tell(before);
    });
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
    const address = this.address();
    if (step && address !== this.last) history.pushState(null, "", address);
    else this.replaceSoon();
    this.last = address;
    this.tell(before);
  }

  address() {
    const found = new URLSearchParams();
    for (const name of Object.keys(START)) {
      if (this.values[name] !== START[name]) found.set(name, this.values[name]);
    }
    return `#${found}`;
  }

  // Browsers refuse more than some 200 changes of the address in half a minute: a slider makes more.
  replaceSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => history.replaceState(null, "", this.address()), 250);
  }

  tell(before) {
    const changed = (name) => before[name] !== this.values[name];
    for (const listener of this.listeners) listener(changed);
  }
}
