// Pointing at the map: the tooltip, lighting what is under the pointer, choosing by a click.

const HOVER_MS = 140;

class Pointer {
  constructor(app) {
    this.app = app;
    this.tip = byId("tip");
    this.over = -1;
    const { network } = app.focus;
    network.on("click", ({ pointer }) => this.click(pointer.canvas));
    network.on("doubleClick", ({ pointer }) => this.dive(pointer.canvas));
    network.on("dragStart", () => this.leave());
    network.on("zoom", () => this.limit());
    app.host.addEventListener("pointermove", (event) => this.move(event));
    app.host.addEventListener("pointerleave", () => this.leave());
  }

  find(x, y) {
    const { app } = this;
    return app.picker.at(x, y, 6 / app.ground.camera.scale, (i) => app.focus.radius(i));
  }

  click({ x, y }) {
    const found = this.find(x, y);
    this.leave();
    if (found >= 0) this.app.select(found);
    else this.app.clear();
  }

  dive({ x, y }) {
    this.app.focus.fly({ x, y, scale: Math.min(4, this.app.ground.camera.scale * 2) });
  }

  limit() {
    const { scale } = this.app.ground.camera;
    const kept = Math.max(0.01, Math.min(8, scale));
    if (kept !== scale) this.app.focus.jump({ ...this.app.ground.camera, scale: kept });
  }

  move(event) {
    if (event.buttons || event.pointerType === "touch" || this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      const box = this.app.host.getBoundingClientRect();
      const { x, y, scale } = this.app.ground.camera;
      const [px, py] = [event.clientX - box.left, event.clientY - box.top];
      this.point(this.find(x + (px - box.width / 2) / scale, y + (py - box.height / 2) / scale), px, py);
    });
  }

  point(i, px, py) {
    if (i === this.over) {
      this.place(px, py);
      return;
    }
    this.over = i;
    clearTimeout(this.timer);
    this.app.host.classList.toggle("pointing", i >= 0);
    this.tip.hidden = i < 0;
    if (i >= 0) {
      const { vault } = this.app;
      this.tip.replaceChildren(kindMark(vault.columns.kind[i]), el("span", {}, vault.label(i)),
        el("span", { class: "hint" }, this.app.panel.when(i)));
    }
    this.place(px, py);
    this.timer = setTimeout(() => this.app.hover(i), i < 0 ? 40 : HOVER_MS);
  }

  // Below the pointer to its right, or where there is room.
  place(px, py) {
    if (this.tip.hidden) return;
    const { offsetWidth: width, offsetHeight: height } = this.tip, { clientWidth, clientHeight } = this.app.host;
    const x = px + 14 + width < clientWidth ? px + 14 : px - 14 - width;
    const y = py + 16 + height < clientHeight ? py + 16 : py - 16 - height;
    this.tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  leave() {
    clearTimeout(this.timer);
    if (this.over >= 0) this.app.hover(-1);
    this.over = -1;
    this.tip.hidden = true;
    this.app.host.classList.remove("pointing");
  }
}
