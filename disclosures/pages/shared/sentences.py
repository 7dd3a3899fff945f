"""Plain sentences written from figures; one whose figures are missing is left out."""

from dataclasses import dataclass
from string import Formatter

from disclosures.pages.shared.money import beside
from disclosures.statements.terms import term


@dataclass(frozen=True)
class Phrase:
    """A piece of a sentence; a figure is strong and may lead to where it stands.

    `lang` is the language of words that stand as published in a sentence of another.
    """

    text: str
    href: str = ""
    strong: bool = False
    lang: str = ""


Sentence = tuple[Phrase, ...]


def published(text: str) -> Phrase:
    """Words of a document, in a sentence of another language."""
    return Phrase(text, lang="zh-Hans")


def figure(text: str, unit: str, href: str = "") -> Phrase:
    """A figure as printed with its unit; in English with what that is in millions."""
    return Phrase(f"{text} {term(unit)}{beside(text, unit)}", href, strong=True)


def phrased(template: str, **parts: Phrase) -> Sentence:
    """A sentence of the catalogue with phrases in its places, in the order of its language."""
    pieces = (
        piece
        for literal, name, *_ in Formatter().parse(template)
        for piece in (Phrase(literal), parts[name] if name else Phrase(""))
    )
    return tuple(piece for piece in pieces if piece.text)
