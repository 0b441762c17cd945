// The time bar: entries per month, two handles, and play.

const STEP_MS = 260;

class TimeBar {
  constructor(vault, state) {
    this.vault = vault;
    this.state = state;
    this.months = vault.months;
    this.box = byId("time");
    this.box.hidden = this.months.length < 2;
    if (this.box.hidden) return;
    this.from = byId("from");
    this.to = byId("to");
    this.play = byId("play");
    for (const handle of [this.from, this.to]) {
      handle.max = String(this.months.length - 1);
      handle.addEventListener("input", () => this.moved(handle));
    }
    this.play.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    byId("histogram").replaceChildren(monthBars(this.counts(), this.months, "bars"), this.years());
  }

  counts() {
    const counts = new Map();
    const { kind } = this.vault.columns;
    for (let i = 0; i < this.vault.count; i++) {
      const month = kind[i] === ENTRY ? this.vault.day(i, "first").slice(0, 7) : "";
      if (month) counts.set(month, (counts.get(month) || 0) + 1);
    }
    return counts;
  }

  years() {
    const marks = this.months.map((month, at) => ({ month, at })).filter(({ month, at }) => at === 0 || month.endsWith("-01"));
    const each = Math.ceil(marks.length / 12);
    return el("div", { class: "years", "aria-hidden": "true" }, ...marks.filter((_, at) => at % each === 0)
      .map(({ month, at }) => {
        const label = el("span", {}, month.slice(0, 4));
        label.style.left = `${(at / this.months.length) * 100}%`;
        return label;
      }));
  }

  position(name, otherwise) {
    const at = this.months.indexOf(this.state.get(name));
    return at < 0 ? otherwise : at;
  }

  moved(handle) {
    this.stop();
    let [from, to] = [Number(this.from.value), Number(this.to.value)];
    if (from > to) [from, to] = handle === this.from ? [to, to] : [from, from];
    this.choose(from, to);
  }

  choose(from, to) {
    const last = this.months.length - 1;
    this.state.set({
      from: from === 0 ? "" : this.months[from], to: to === last ? "" : this.months[to],
    }, { step: false });
  }

  start() {
    const last = this.months.length - 1;
    const from = this.position("from", 0);
    let to = this.position("to", last);
    if (to >= last) to = from;
    this.play.setAttribute("aria-label", "Stop");
    this.play.textContent = "❚❚";
    const pace = Math.max(1, Math.round(this.months.length / 72));
    this.timer = setInterval(() => {
      to = Math.min(to + pace, last);
      this.choose(from, to);
      if (to === last) this.stop();
    }, STEP_MS);
    this.choose(from, to);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.play.setAttribute("aria-label", "Play through time");
    this.play.textContent = "▶";
  }

  refresh() {
    if (this.box.hidden) return;
    const last = this.months.length - 1;
    const from = this.position("from", 0), to = this.position("to", last);
    this.from.value = String(from);
    this.to.value = String(to);
    this.from.setAttribute("aria-valuetext", sayMonth(this.months[from]));
    this.to.setAttribute("aria-valuetext", sayMonth(this.months[to]));
    byId("span").textContent = from === 0 && to === last ? "All time"
      : `${sayMonth(this.months[from])} – ${sayMonth(this.months[to])}`;
    const bars = this.box.querySelectorAll(".bars rect");
    bars.forEach((bar, at) => bar.classList.toggle("out", at < from || at > to));
  }
}
