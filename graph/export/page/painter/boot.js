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

function boot() {
  document.documentElement.dataset.look = preferredLook();
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const packed = read("columns");
  const page = {
    columns: decodeColumns(packed), islands: read("islands"), ground: null, kept: history.state?.camera,
  };
  globalThis.inkthread = page;
  if (!canPaint()) return;
  const host = document.getElementById("map");
  const source = document.getElementById("painter").textContent;
  page.ground = new Ground(host, document.getElementById("ground"), source);
  page.ground.painter.load({ columns: packed, labels: [] });
  const { x, y, kind } = page.columns;
  const mask = Uint8Array.from(kind, (k) => (k === URL_KIND ? 0 : 1));
  page.ground.painter.change({ scene: { mask, islands: page.islands, titles: page.islands } });
  page.ground.camera = page.kept || page.ground.fitting(boundsOf(x, y, mask), insetsOf(host));
  if (!startsElsewhere()) page.ground.repaint();
}

if (typeof document !== "undefined") boot();
