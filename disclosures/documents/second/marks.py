"""Stretches of text as the second readings tell them apart, and which raised ones only refer to a note."""

from collections.abc import Iterable

SEEN, UNSEEN, RAISED = "seen", "unseen", "raised"

_PRINTS_NOTHING = {ord(char): None for char in "\u00ad\u200b\u2060\ufeff"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def text_without_marks(stretches: Iterable[tuple[str, str]]) -> str:
    """What is seen of a text that stands in stretches of one kind each."""
    line = ""
    raised: list[str] = []
    for kind, text in (*stretches, (SEEN, "")):
        text = text.translate(_PRINTS_NOTHING)
        if kind == RAISED:
            raised.append(text)
            continue
        if raised:
            line += "" if _refers_to_a_note("".join(raised), line) else "".join(raised)
            raised = []
        if kind == SEEN:
            line += text
    return line


def _refers_to_a_note(text: str, line: str) -> bool:
    if "." in text or len(text.strip()) > 8:
        return False
    for character in reversed(line):
        if character == "\n":
            return False
        if not character.isspace():
            return character not in _LETTERS
    return False
