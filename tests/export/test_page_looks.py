"""Text that can be read: contrast as WCAG 2.1 asks for it (AA), in the light and the dark look."""

import pytest

pytestmark = pytest.mark.browser

ENOUGH = 4.5
ENOUGH_FOR_MARKS = 3.0
CONTRAST = """
const light = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
"""
TEXTS = (
    CONTRAST
    + """
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const behind = (element) => {
  const own = numbers(getComputedStyle(element).backgroundColor);
  return own[3] === 0 ? behind(element.parentElement) : own;
};
const faint = [];
let seen = 0;
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const text = words.currentNode.data.trim(), of = words.currentNode.parentElement;
  if (!text || !of.checkVisibility() || of.closest(":disabled, script")) continue;
  seen++;
  const ratio = contrast(numbers(getComputedStyle(of).color), behind(of));
  if (ratio < arguments[0]) faint.push([text, ratio]);
}
const hint = getComputedStyle(byId("search"), "::placeholder").color;
const ratio = contrast(numbers(hint), behind(byId("search")));
if (ratio < arguments[0]) faint.push(["placeholder", ratio]);
return [seen, faint];
"""
)
MAP = (
    CONTRAST
    + """
const numbers = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
return Object.values(LOOKS).flatMap((look) => {
  const ground = [look.sea, ...look.land];
  const on = (colour, under) => contrast(numbers(colour), numbers(under));
  const least = (colour) => Math.min(...ground.map((under) => on(colour, under)));
  return [[look.ink, look.faint, look.title].map(least), [...look.kinds, ...look.hues].map(least)];
});
"""
)
ONE_OF_EACH_KIND = "return KINDS.map((_, kind) => inkthread.app.vault.columns.kind.indexOf(kind))"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_text_can_be_read(browser, journal, look):
    browser.open(journal, f"#look={look}")
    for i in browser.js(ONE_OF_EACH_KIND):
        browser.js("inkthread.app.select(arguments[0])", i)
        seen, faint = browser.js(TEXTS, ENOUGH)
        assert seen > 60
        assert faint == []


def test_words_and_marks_stand_out_from_the_map(page):
    for words, marks in zip(*[iter(page.js(MAP))] * 2, strict=True):
        assert min(words) >= ENOUGH
        assert min(marks) >= ENOUGH_FOR_MARKS
