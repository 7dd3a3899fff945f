"""Characters that no reader sees and no file may hold: controls, and code points that are no characters."""

import re

_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_NO_CHARACTERS = f"\ufdd0-\ufdef{_PLANES}\ud800-\udfff"
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_NO_CHARACTERS}]")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")  # a word processor's line, a printer's page, a record of old files
_EITHER = re.compile(f"{_UNSEEN.pattern}|{_BREAKS.pattern}")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")


def has_unseen(text: str) -> bool:
    """Whether anything is in the text that no reader sees; tabs and the ends of lines are seen."""
    return bool(_EITHER.search(text))


def without_unseen(text: str) -> str:
    """The text as its reader sees it: what parts words becomes a blank, the rest goes."""
    return _UNSEEN.sub("", _BREAKS.sub(" ", text)) if has_unseen(text) else text


def lines_of(text: str) -> list[str]:
    """The lines as a reader counts them; those old controls that only programs take for the end of a line end none."""
    lines = _LINE_ENDS.split(text)
    return lines if lines[-1] else lines[:-1]
