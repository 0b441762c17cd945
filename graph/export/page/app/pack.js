// Islands set down beside one another: each as near as it can be to where it wants to lie.

const WATER = 30;
const WATER_SHARE = 0.08;
const MOST_TURNS = 200000;
const STRETCH = 1.3;

// discs: [{x, y, r}], the place wanted and the radius. Moves each, the largest first.
function packNear(discs) {
  const placed = [];
  const [wide, tall] = isUpright() ? [1, STRETCH] : [STRETCH, 1];
  for (const disc of [...discs].sort((a, b) => b.r - a.r)) {
    const [wantX, wantY] = [disc.x, disc.y];
    const step = 6 + disc.r / 5;
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const reach = step * Math.sqrt(turn), angle = turn * 2.399963;
      disc.x = wantX + reach * Math.cos(angle) * wide;
      disc.y = wantY + reach * Math.sin(angle) * tall;
      if (placed.every((other) => apart(disc, other))) break;
    }
    placed.push(disc);
  }
}

function apart(a, b) {
  const dx = a.x - b.x, dy = a.y - b.y, room = (a.r + b.r) * (1 + WATER_SHARE) + WATER;
  return dx * dx + dy * dy >= room * room;
}

// Nodes in a disc as a sunflower sets its seeds, the first in the middle.
function sunflower(members, at, spacing, x, y) {
  members.forEach((i, rank) => {
    const angle = rank * 2.399963 + at.x;
    const reach = spacing * Math.sqrt(rank + (members.length > 1 ? 0.3 : 0));
    x[i] = at.x + Math.cos(angle) * reach;
    y[i] = at.y + Math.sin(angle) * reach;
  });
}

function sunflowerRadius(count, spacing) {
  return count ? spacing * Math.sqrt(count) + 22 : 0;
}
