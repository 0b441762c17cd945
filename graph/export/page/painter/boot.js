// The first frame, painted as soon as the numbers are read and before anything else is.

function canPaint() {
  return typeof HTMLCanvasElement !== "undefined"
    && typeof OffscreenCanvas !== "undefined"
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
function turned({ columns, islands }) {
  return {
    columns: { ...columns, x: columns.y, y: columns.x },
    islands: islands.map((one) => ({ ...one, x: one.y, y: one.x })),
  };
}

function boot() {
  document.documentElement.dataset.look = preferredLook();
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const given = { columns: decodeColumns(read("columns")), islands: read("islands") };
  const page = { ...(isUpright() ? turned(given) : given), ground: null, kept: history.state?.camera };
  globalThis.inkthread = page;
  if (!canPaint()) return;
  const host = document.getElementById("map");
  const { columns: { x, y, kind }, islands } = page;
  const mask = Uint8Array.from(kind, (k) => (k === URL_KIND ? 0 : 1));
  page.ground = new Ground(host, document.getElementById("picture"));
  page.ground.painter.load(page.columns);
  page.ground.painter.change({ mask, islands, captions: captionsOf(page.columns, mask) });
  page.ground.camera = page.kept || page.ground.fitting(boundsOf(x, y, mask), insetsOf(host));
  if (!startsElsewhere()) page.ground.paintFirst();
}

if (typeof document !== "undefined") boot();
