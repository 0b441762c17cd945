"""Slugs of names and phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scaling inference-time compute", "scaling-inference-time-compute"),
        ("  Ada   FINCH ", "ada-finch"),
        ("O’Brien's", "obriens"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("C", "c"),
        ("#tag", "tag"),
        ("snake_case", "snake-case"),
        ("Café", "café"),
        ("Cafe\u0301", "café"),
        ("विचार", "विचार"),
        ("慢旅行", "慢旅行"),
        ("★", "u2605"),
        ("☆", "u2606"),
        ("", "u0"),
    ],
)
def test_a_text_has_the_slug(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_never_empty_and_is_its_own_slug(text):
    assert slug(text)
    assert slug(slug(text)) == slug(text)
