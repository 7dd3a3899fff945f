"""Which part of a document an entry of its contents names, so that the entry can tell its page."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from disclosures.exports.document.order import Kind, Piece

_NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_PART = re.compile(r"第[一二三四五六七八九十]+部分")
_ORDINAL = re.compile(rf"{_PART.pattern}|[一二三四五六七八九十]+、")


def named_in_contents(pieces: Sequence[Piece], titles: Mapping[int | str, str]) -> dict[int, int]:
    """For an entry of the contents the heading or table that it names, both as their place among the pieces.

    `titles` are those of the tables. An entry that names nothing the document has is left out.
    """
    named: dict[int, int] = {}
    part = 0
    for place, piece in enumerate(pieces):
        if piece.kind != Kind.CONTENTS:
            continue
        is_part = bool(_PART.match(piece.text))
        found = _find(piece.text, pieces, titles, part + (not is_part), is_part=is_part)
        if found is not None:
            named[place] = found
            part = found if is_part else part
    return named


def _find(
    entry: str, pieces: Sequence[Piece], titles: Mapping[int | str, str], start: int, *, is_part: bool
) -> int | None:
    """The first piece that the entry names, of its part unless it is one."""
    own = pieces if is_part else pieces[: _end_of_part(pieces, start)]
    for is_named in (_has_its_words, _has_its_number):
        for place, piece in enumerate(own[start:], start=start):
            if is_named(entry, piece, titles, is_part=is_part):
                return place
    return None


def _end_of_part(pieces: Sequence[Piece], start: int) -> int:
    later = (n for n, piece in enumerate(pieces) if n >= start and piece.kind == Kind.HEADING and piece.level == 1)
    return next(later, len(pieces)) if start > 1 else len(pieces)


def _has_its_words(entry: str, piece: Piece, titles: Mapping[int | str, str], *, is_part: bool) -> bool:
    if piece.kind == Kind.TABLE:
        return not is_part and _words(entry) == _words(titles.get(piece.key, ""))
    if piece.kind == Kind.TEXT:
        return piece.is_above and is_part and _words(entry) == _words(piece.text)
    if piece.kind != Kind.HEADING or (piece.level == 1) != is_part:
        return False
    return _words(entry) == _words(piece.text)


def _has_its_number(entry: str, piece: Piece, titles: Mapping[int | str, str], *, is_part: bool) -> bool:
    """Titles in contents are often others than below; their ordinals are the same."""
    own = _ORDINAL.match(entry)
    if not own:
        return False
    if piece.kind == Kind.TABLE:
        return not is_part and own[0][:-1] == _NUMERALS[int(piece.key)]
    if piece.kind != Kind.HEADING or (piece.level == 1) != is_part:
        return False
    other = _ORDINAL.match(piece.text)
    return bool(other and own[0] == other[0])


def _words(title: str) -> str:
    """The title without its ordinal and blanks, brackets in one width."""
    return "".join(_ORDINAL.sub("", unicodedata.normalize("NFKC", title), count=1).split())
