// Colours and shapes. Kinds differ in shape as well as in colour, so that nobody needs the colour.

const KINDS = ["entry", "missing", "person", "tag", "idea", "url"];
const URL_KIND = 5;
const SHAPES = ["dot", "ring", "disc", "triangle", "diamond", "square"];

const LOOKS = {
  light: {
    sea: "#eef2f4", coast: "rgba(70,92,110,.20)", halo: "#fdfcf9", ink: "#22282e", faint: "#626c76",
    title: "#3c4750", edge: "rgba(72,88,104,", bridge: "rgba(72,88,104,", ring: "#1b2229",
    land: ["#fbf8f0", "#f4f8ef", "#f0f7f7", "#f3f4fb", "#faf3f6", "#faf6ee"],
    kinds: ["#7d8a98", "#7f8a95", "#b84a0c", "#0a7a65", "#1f66b5", "#a14f8c"],
    hues: ["#1f66b5", "#b84a0c", "#0a7a65", "#a14f8c", "#a47f00", "#2b8cbc", "#7a5c3e", "#6a5acd", "#b8405e", "#7d8a98"],
  },
  dark: {
    sea: "#0f1418", coast: "rgba(160,190,210,.28)", halo: "#1b2229", ink: "#e8ecef", faint: "#98a3ad",
    title: "#c3ccd4", edge: "rgba(170,190,208,", bridge: "rgba(170,190,208,", ring: "#ffffff",
    land: ["#282b28", "#242e28", "#222d30", "#252a38", "#2e2630", "#2d2a23"],
    kinds: ["#7f8c9a", "#7b8691", "#f0894a", "#41bfa1", "#6db0f3", "#d68fc2"],
    hues: ["#6db0f3", "#f0894a", "#41bfa1", "#d68fc2", "#d9b945", "#7fd0ef", "#bb9a78", "#a99cf0", "#f08ba3", "#7f8c9a"],
  },
};

const MAP_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const TITLE_FONT = '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif';

// The radius of a node in pixels: it grows more slowly than the map, so that a hub is seen from
// afar and does not cover its neighbours from near.
function nodeRadius(kind, size, scale) {
  const base = (kind === 0 ? 2.6 : kind === URL_KIND ? 1.4 : 3.2) + 8.5 * (size / 255) ** 1.3;
  return Math.max(base * Math.min(1.9, Math.sqrt(scale) * 1.15), kind === 0 || kind === URL_KIND ? 0.9 : 1.3);
}
