"""Plain sentences written from figures; one whose figures are missing is left out."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.pages.shared.shares import percent
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


def plain(text: str) -> Phrase:
    return Phrase(text)


def published(text: str) -> Phrase:
    """Words of a document, in a sentence of another language."""
    return Phrase(text, lang="zh-Hans")


def figure(text: str, unit: str, href: str = "") -> Phrase:
    """A figure as printed with its unit."""
    return Phrase(f"{text} {term(unit)}", href, strong=True)


def in_words(part: Decimal | None, whole: Decimal | None, words: str = "", **names: str) -> str:
    """“（49.66%）”, or the words with the share and the names in them; "" where there is no whole. Both 元, exact."""
    share = percent(part, whole)
    return "" if share is None else (words or _("（{share}%）")).format(share=share, **names)
