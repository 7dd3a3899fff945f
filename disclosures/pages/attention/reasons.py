"""The unit's own words for why: the clause of a paragraph that gives a reason, letter by letter."""

import re

LONGEST = 110  # characters of a quote; what is longer ends at a clause
_REASON = re.compile(r"[^，。；;：]*(?:原因|由于|缘于|系因)[^。]*[^，。；;\s]")
_MAINLY = re.compile(
    r"主要(?:是|系|因)[^。]*[^，。；;\s]"
)  # what follows a change; elsewhere it says what money is for
_EMPTY = re.compile(
    r"[^，。；;：]*(?:原因|由于|缘于|系因)(?:是|为|：|:)?\W*"
)  # a reason that was announced and not given
_CLAUSE = re.compile(r"[，；;：:]")


def reason_in(text: str, start: int = 0, *, of_a_change: bool = False) -> str:
    """The first reason from there on; "" where the text gives none."""
    if of_a_change and (match := _MAINLY.search(text, start)):
        return _shortened(match.group())
    reasons = (match.group().strip() for match in _REASON.finditer(text, start))
    return next((_shortened(words) for words in reasons if not _EMPTY.fullmatch(words)), "")


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    ends = [match.start() for match in _CLAUSE.finditer(words, LONGEST // 2, LONGEST)]
    return f"{words[: ends[-1] if ends else LONGEST]}……"
