// The first frame, painted as soon as the numbers are read and before anything else is.

function canPaint() {
  return typeof HTMLCanvasElement !== "undefined"
    && Boolean(document.createElement("canvas").getContext("bitmaprenderer"));
}

function preferredLook(wanted = new URLSearchParams(location.hash.slice(1)).get("look")) {
  if (wanted === "dark" || wanted === "light") return wanted;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Choices in the address under which the map is not what is to be seen.
function startsElsewhere() {
  const kept = new URLSearchParams(location.hash.slice(1));
  return ["view", "hide", "only", "tag", "min", "from", "to"].some((name) => kept.has(name));
}

function isUpright() {
  return innerHeight > innerWidth;
}

// The map is wider than high; in an upright window it lies on its side, and fills it.
function turned(packed, islands) {
  return [{ ...packed, x: packed.y, y: packed.x }, islands.map((one) => ({ ...one, x: one.y, y: one.x }))];
}

function boot() {
  document.documentElement.dataset.look = preferredLook();
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const given = [read("columns"), read("islands")];
  const [packed, islands] = isUpright() ? turned(...given) : given;
  const page = { columns: decodeColumns(packed), islands, ground: null, kept: history.state?.camera };
  globalThis.inkthread = page;
  if (!canPaint()) return;
  const host = document.getElementById("map");
  const source = document.getElementById("painter").textContent;
  page.ground = new Ground(host, document.getElementById("picture"), source);
  page.ground.painter.load({ columns: packed, labels: [] });
  const { x, y, kind } = page.columns;
  const mask = Uint8Array.from(kind, (k) => (k === URL_KIND ? 0 : 1));
  page.ground.painter.change({ scene: { mask, islands: page.islands, titles: page.islands } });
  page.ground.camera = page.kept || page.ground.fitting(boundsOf(x, y, mask), insetsOf(host));
  if (!startsElsewhere()) page.ground.repaint();
}

if (typeof document !== "undefined") boot();
