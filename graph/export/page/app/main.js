// Starts the page once the first frame stands. Without a canvas, a list of entries takes its place.

function listEntries(page) {
  const nodes = JSON.parse(byId("nodes").textContent);
  const { kind, first } = page.columns;
  const entries = nodes.filter((node) => kind[node.id] === ENTRY)
    .sort((a, b) => first[b.id] - first[a.id] || (a.key < b.key ? -1 : 1));
  byId("entry-list").replaceChildren(...entries.map((node) => el("li", {},
    el("strong", {}, node.label), " ",
    first[node.id] === NO_DAY ? "" : sayDay(new Date(first[node.id] * 86400000).toISOString().slice(0, 10)))));
  document.body.classList.add("no-canvas");
  document.body.dataset.ready = "true";
}

// vis-network is large: its script is run only now, after the first frame.
function runVisNetwork() {
  const script = document.createElement("script");
  script.textContent = byId("vis-network").textContent;
  document.head.append(script);
}

function start() {
  const page = globalThis.inkthread;
  Object.assign(page.columns, decodeColumns(JSON.parse(byId("further").textContent)));
  if (!page.ground) { listEntries(page); return; }
  page.ground.painter.hire(byId("painter").textContent);
  runVisNetwork();
  page.app = new App(page);
}

// All text is here: this script ends the page. The first frame goes before everything else.
if (globalThis.inkthread.ground?.painted) requestAnimationFrame(() => setTimeout(start));
else setTimeout(start);
