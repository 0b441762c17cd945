"""The parts of a block's text, by the names that markdown-it gives its inline tokens."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Piece(NamedTuple):
    """What a token of markdown-it would say, made without loading it."""

    type: str
    content: str = ""
    markup: str = ""
    attrs: Mapping[str, str] = _NOTHING
    info: str = ""
    meta: Mapping[str, int] = MappingProxyType({})


InlineToken: TypeAlias = "Piece | Token"
"""A part of a text, whoever read it."""
Environment: TypeAlias = dict[str, object]
"""Where the parser keeps a text's link references and footnotes."""
