// Which node is under the pointer: a grid over the visible nodes.

class Picker {
  constructor(scene) {
    this.scene = scene;
    this.cell = 48;
    this.cells = new Map();
    for (let i = 0; i < scene.x.length; i++) {
      if (!scene.mask[i]) continue;
      const key = this.key(Math.floor(scene.x[i] / this.cell), Math.floor(scene.y[i] / this.cell));
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(i);
    }
  }

  key(cx, cy) { return (cx + 100000) * 200001 + cy + 100000; }

  // The node whose mark is nearest to the world point, within `reach` world units of its rim.
  at(x, y, reach, radius) {
    const span = Math.min(Math.ceil((reach + 20) / this.cell), 6);
    const [mx, my] = [Math.floor(x / this.cell), Math.floor(y / this.cell)];
    let best = -1, nearest = reach;
    for (let cx = mx - span; cx <= mx + span; cx++) {
      for (let cy = my - span; cy <= my + span; cy++) {
        for (const i of this.cells.get(this.key(cx, cy)) || []) {
          const away = Math.hypot(this.scene.x[i] - x, this.scene.y[i] - y) - radius(i);
          if (away < nearest) [best, nearest] = [i, away];
        }
      }
    }
    return best;
  }
}
