from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.parse.dates import find_date, path_date, read_date

ONE_DAY = """
Jan 1, 2025 | 2025-01-01
Sep 25, 2024 | 2024-09-25
Sept. 25th, 2024 | 2024-09-25
September 25th, 2024 | 2024-09-25
25 September 2024 | 2024-09-25
3 mrt 2024 | 2024-03-03
3 maart 2024 | 2024-03-03
25th of September 2024 | 2024-09-25
25. September 2024 | 2024-09-25
25-Sep-2024 | 2024-09-25
2024-Sep-25 | 2024-09-25
Wed, Sep 25, 2024 | 2024-09-25
Wednesday, 25 September 2024 at 10:00 | 2024-09-25
2024-09-25 | 2024-09-25
2024/09/25 | 2024-09-25
2024_09_25 | 2024-09-25
2024.9.5 | 2024-09-05
2024-09-25T10:00:00Z | 2024-09-25
2024-09-25 23:30:00 -08:00 | 2024-09-25
2024-09-25T10:00:00.123+02:00 | 2024-09-25
2024-09-25 10:00 PM | 2024-09-25
2024-09-25 Wed | 2024-09-25
[[2024-09-25]] | 2024-09-25
2024-W39-3 | 2024-09-25
2024年9月25日 | 2024-09-25
2024년 9월 25일 | 2024-09-25
25 de septiembre de 2024 | 2024-09-25
25 septembre 2024 | 2024-09-25
3. März 2024 | 2024-03-03
1727222400 | 2024-09-25
1727222400000 | 2024-09-25
20240925 | 2024-09-25
20240925103000 | 2024-09-25
"""

SEVERAL = """
01/03/2024 | 2024-03-01 dmy, 2024-01-03 mdy
1.3.2024 | 2024-03-01 dmy, 2024-01-03 mdy
13/02/2024 | 2024-02-13 dmy
02-13-2024 | 2024-02-13 mdy
250924 | 2025-09-24 ymd, 2024-09-25 dmy
010125 | 2001-01-25 ymd, 2025-01-01 dmy, 2025-01-01 mdy
991231 | 1999-12-31 ymd
24/09/25 | 2024-09-25 ymd, 2025-09-24 dmy
01022012 | 2012-02-01 dmy, 2012-01-02 mdy
"""

NO_DAY = (
    *("", "tomorrow", "2020-11", "november-20", "November 2024", "104分钟", "10:30", "2024"),
    *("2024-13-45", "2024-02-30", "0000-00-00", "2024-06-01 25:61:61", "31/02/2024", "Foo 3, 2024"),
    *(
        "2001-12-14 21:59:43 +99:99",
        "{{date}}",
        "version 1.2.3",
        "192.168.1.1",
        "1234567",
        "x" * 500,
    ),
    *(
        "12-34",
        "2024-W60-1",
        "2024-W00-1",
        "31 Foo 2024",
        "9999999999999",
        "2024-09-25 and 2024-09-26",
    ),
)


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in row.split("|")) for row in table.strip().split("\n")]


@pytest.mark.parametrize(("text", "iso"), rows(ONE_DAY))
def test_a_text_means_one_day(text: str, iso: str) -> None:
    assert [reading.iso for reading in read_date(text)] == [iso]


@pytest.mark.parametrize(("text", "days"), rows(SEVERAL))
def test_a_text_means_a_day_for_each_order(text: str, days: str) -> None:
    assert ", ".join(f"{day.iso} {day.order}" for day in read_date(text)) == days


@pytest.mark.parametrize("text", NO_DAY)
def test_a_text_means_no_day(text: str) -> None:
    assert read_date(text) == ()


@pytest.mark.parametrize(
    ("title", "iso"),
    [
        ("2024-09-25", "2024-09-25"),
        ("2024-09-25 Tides", "2024-09-25"),
        ("2024-09-25-tides", "2024-09-25"),
        ("Tides 2024-09-25", "2024-09-25"),
        ("Tides 7-2024-09-25", "2024-09-25"),
        ("Tides - 25 September 2024", "2024-09-25"),
        ("March 1st, 2024 on the quay", "2024-03-01"),
        ("daily.journal.2021.01.03", "2021-01-03"),
        ("2024-09-25 " + "tides " * 40, "2024-09-25"),
        ("tides " * 40 + "2024-09-25", "2024-09-25"),
    ],
)
def test_a_title_begins_or_ends_with_a_day(title: str, iso: str) -> None:
    assert [reading.iso for reading in find_date(title)] == [iso]


@pytest.mark.parametrize(
    "title",
    [
        "The crash of 2008-09-15 explained",
        "At sea 1-3 May 2024",
        "At sea 1. – 3. May 2024",
        "At sea 29 - 30.5.2024",
        "123456 things",
        "v2024.01.02",
        "Room 10-11-12 plan",
        "x",
    ],
)
def test_a_title_that_only_holds_numbers_names_no_day(title: str) -> None:
    assert find_date(title) == ()


@pytest.mark.parametrize(
    ("path", "read", "iso"),
    [
        ("2024/09/25.md", "2024/09/25", "2024-09-25"),
        ("journal/2024/09-September/25-Wed.md", "2024/09-September/25-Wed", "2024-09-25"),
        ("2024/September/25.md", "2024/September/25", "2024-09-25"),
        ("2024/09-25.md", "2024/09-25", "2024-09-25"),
        ("2024/2024_09_25.md", "2024_09_25", "2024-09-25"),
    ],
)
def test_a_path_names_a_day(path: str, read: str, iso: str) -> None:
    text, readings = path_date(path)
    assert (text, [reading.iso for reading in readings]) == (read, [iso])


@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%Y%m%d", "%y%m%d", "%d/%m/%Y", "%m/%d/%Y"]
    ),
)
def test_a_day_is_among_the_readings_of_every_form(day, form: str) -> None:
    assert day.isoformat() in [reading.iso for reading in read_date(day.strftime(form))]


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    read_date(text)
    find_date(text)
    path_date(text)
