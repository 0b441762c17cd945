"""Write a vault of invented notes, of any size, with the sizes and link shapes of real ones.

    python benchmarks/vaults.py 10000 FOLDER

The same number and seed give the same bytes. Shapes are those of public vaults: note lengths
are log-normal (median about 180 words), words follow Zipf's law within a topic, links prefer
notes that are linked already, one note in three has front matter, one in eight is long.
"""

import datetime
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMON = (
    "the of and to a in is it i that was for on with as at we my this but be have not so they "
    "had from by or an he she there what about when just up out if more then some like"
).split()
GIVEN = (
    "mira noor tomas ines oskar lena amir yuki paula hugo freya idris sana pavel clara diego "
    "anouk kofi marta elif bram nadia ruben tilde"
).split()
SYLLABLES = (
    "ba be bo da de di do fa fe ga go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe "
    "pi ra re ri ro sa se si so ta te ti to va ve vi wa"
).split()
FIRST_DAY = datetime.date(2015, 1, 1)


class Author:
    """Writes the notes of one vault, each from its own number and the same seed."""

    def __init__(self, size: int, seed: int = 7) -> None:
        self.size = size
        self.random = random.Random(seed)
        self.words = [self._word() for _ in range(4000)]
        self.topics = [self.random.sample(self.words, 60) for _ in range(max(8, size // 120))]
        self.weights = [1 / rank for rank in range(1, 61)]

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))

    def name(self, number: int) -> str:
        """The path of a note: half are daily notes, half have a name of their own."""
        if number % 2 == 0:
            day = FIRST_DAY + datetime.timedelta(days=number // 2)
            return f"daily/{day.year}/{day.isoformat()}.md"
        return f"notes/{self.words[number % 4000]} {number}.md"

    def note(self, number: int) -> str:
        """The whole text of a note."""
        topic = self.topics[self.random.randrange(len(self.topics))]
        length = min(2500, max(15, int(self.random.lognormvariate(5.2, 0.8))))
        paragraphs = [self._paragraph(topic, number) for _ in range(max(1, length // 60))]
        return self._front_matter(number, topic) + "\n\n".join(paragraphs) + "\n"

    def _front_matter(self, number: int, topic: list[str]) -> str:
        if number % 3:
            return f"# {topic[0]} {topic[1]}\n\n"
        day = FIRST_DAY + datetime.timedelta(days=number // 2)
        return (
            f"---\ntitle: '{topic[0]} {topic[1]}'\ntags: '{topic[0]}, {topic[2]}'\n"
            f"date: '{day:%b} {day.day}, {day.year}'\n---\n\n"
        )

    def _paragraph(self, topic: list[str], number: int) -> str:
        kind = self.random.random()
        if kind < 0.08:
            return f"## {self.random.choice(topic)} {self.random.choice(topic)}"
        if kind < 0.25:
            lines = [f"- {self._sentence(topic, number)}" for _ in range(4)]
            return "\n".join(lines)
        if kind < 0.3:
            return f"> {self._sentence(topic, number)}"
        return " ".join(self._sentence(topic, number) for _ in range(4))

    def _sentence(self, topic: list[str], number: int) -> str:
        words = [self._token(topic, number) for _ in range(self.random.randint(6, 20))]
        return " ".join(words).capitalize() + "."

    def _token(self, topic: list[str], number: int) -> str:
        chance = self.random.random()
        if chance < 0.55:
            return self.random.choice(COMMON)
        if chance < 0.965:
            return self.random.choices(topic, self.weights)[0]
        if chance < 0.985:
            return self._link(number)
        return self._markup(topic)

    def _link(self, number: int) -> str:
        # squaring prefers early notes, which gives hubs as real vaults have
        other = int(self.random.random() ** 2 * self.size)
        target = self.name(other).removesuffix(".md").rsplit("/", 1)[-1]
        return f"[[{target}]]" if number % 5 else f"[[{target}|{self.random.choice(self.words)}]]"

    def _markup(self, topic: list[str]) -> str:
        word, other = self.random.choice(topic), self.random.choice(topic)
        shapes = (
            f"*{word} {other}*",
            f"**{word}**",
            f"#{word}",
            f"[{word}](https://{other}.example/{word}?utm_source=x)",
            f"https://{word}.example/{other}",
            f"with {self.random.choice(GIVEN)}",
            f"{self.random.choice(GIVEN).capitalize()} {word.capitalize()}",
        )
        return self.random.choice(shapes)


def write_vault(size: int, folder: Path, seed: int = 7) -> Path:
    """Write `size` notes into a folder and return it."""
    author = Author(size, seed)
    for number in range(size):
        target = folder / author.name(number)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(author.note(number), encoding="utf-8")
    return folder


@contextmanager
def named_or_invented(size: int) -> Iterator[Path]:
    """The vault that the command line names, else an invented one that is gone afterwards."""
    if len(sys.argv) > 1:
        yield Path(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        yield write_vault(size, Path(folder))


if __name__ == "__main__":
    write_vault(int(sys.argv[1]), Path(sys.argv[2]))
