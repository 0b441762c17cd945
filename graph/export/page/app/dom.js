// Elements from plain values. Text goes in as text nodes only; nothing here reads markup.

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);

// A link that leaves the page, only with a scheme that cannot run anything.
function outLink(address, text) {
  let scheme = "";
  try { scheme = new URL(address).protocol; } catch { /* no address: stays text */ }
  if (!["http:", "https:", "obsidian:"].includes(scheme)) return el("span", {}, text);
  return el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

// The mark of a kind, as on the map.
function kindMark(kind) {
  const path = {
    dot: "M6 2.5a3.5 3.5 0 1 0 .01 0z", ring: "M6 2a4 4 0 1 0 .01 0z", disc: "M6 1a5 5 0 1 0 .01 0z",
    triangle: "M6 1l5 9H1z", diamond: "M6 .5L11.5 6 6 11.5.5 6z", square: "M1.5 1.5h9v9h-9z",
  }[SHAPES[kind]];
  return svg("svg", { viewBox: "0 0 12 12", class: `mark kind-${KINDS[kind]}`, "aria-hidden": "true" },
    svg("path", { d: path }));
}

// Counts per month as bars, from the first month of the vault to its last.
function monthBars(counts, months, className) {
  const most = Math.max(1, ...months.map((month) => counts.get(month) || 0));
  const bars = months.map((month, at) => {
    const height = ((counts.get(month) || 0) / most) * 20;
    return svg("rect", { x: at, y: 20 - height, width: 0.8, height });
  });
  return svg("svg", {
    viewBox: `0 0 ${Math.max(months.length, 1)} 20`, preserveAspectRatio: "none", class: className,
    "aria-hidden": "true",
  }, ...bars);
}
