// What is selected, as Markdown for another note.

function asMarkdown(vault, i) {
  const escaped = (text) => text.replace(/([\\`*_[\]<>#|])/g, "\\$1").replace(/\s+/g, " ");
  const lines = [`## ${escaped(vault.label(i))}`, ""];
  const groups = new Map();
  for (const { edge, other } of edgesAt(vault, i)) {
    const kind = vault.kind(other);
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push({ edge, other });
  }
  for (const kind of ["person", "idea", "tag", "url", "missing", "entry"]) {
    if (!groups.has(kind)) continue;
    lines.push(`### ${KIND_WORDS[kind][1]}`, "");
    for (const { edge, other } of groups.get(kind)) lines.push(`- ${markdownItem(vault, other, edge, escaped)}`);
    lines.push("");
  }
  return lines.join("\n");
}

function markdownItem(vault, other, edge, escaped) {
  const node = vault.nodes[other];
  const { line, context } = vault.evidence(edge);
  const name = {
    entry: `[[${node.key.replace(/\.md$/, "")}|${node.label.replace(/[|\]]/g, " ")}]]`,
    url: node.url ? `<${node.url}>` : escaped(node.label), tag: `#${node.key}`,
  }[vault.kind(other)] || escaped(node.label);
  const day = vault.kind(other) === "entry" ? vault.day(other, "first") : "";
  return [name, day, context ? `“${escaped(context)}” (line ${line})` : ""].filter(Boolean).join(" · ");
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { class: "unseen" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
