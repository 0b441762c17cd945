"""Names of months in the languages that write them with Latin or Cyrillic letters.

The names are those of the Unicode CLDR (format and stand-alone forms, wide). Any beginning of
three letters or more counts, as long as it means one month only.
"""

_NAMES = """
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""


def _months() -> dict[str, int]:
    full: dict[str, int] = {}
    short: dict[str, set[int]] = {}
    for row in _NAMES.split("\n"):
        for number, name in enumerate(row.split(), start=1):
            full[name] = number
            for length in range(3, len(name)):
                short.setdefault(name[:length], set()).add(number)
    plain = {name: numbers.pop() for name, numbers in short.items() if len(numbers) == 1}
    return plain | full | {"mrt": 3}


MONTHS = _months()
"""Case-folded name or beginning of a name → 1 to 12."""
