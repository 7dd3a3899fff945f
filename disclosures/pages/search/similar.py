"""What may have been meant where nothing was found."""

from dataclasses import dataclass
from urllib.parse import urlencode

from disclosures.addresses import links
from disclosures.finding.question import Question
from disclosures.publication.search.near import near_units, near_words

MOST = 5


@dataclass(frozen=True)
class Suggestion:
    """Another question, and its results."""

    text: str
    href: str


def suggestions(question: Question) -> tuple[Suggestion, ...]:
    """The question with another word in place of each that nothing is called by, the nearest first."""
    found: dict[str, None] = {}
    for word in question.asked.rest:
        for near in (*near_words(word), *near_units(word)):
            found.setdefault(_instead(question.text, word, near))
    return tuple(Suggestion(text, links.search(urlencode({"q": text}))) for text in list(found)[:MOST])


def _instead(text: str, word: str, near: str) -> str:
    """The text with the other word; where it was typed with marks in it, the other word alone."""
    return text.replace(word, near) if word in text else near
