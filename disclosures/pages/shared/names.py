"""Offices and regions in the language of the page: as published, in English by their sound with that name beside."""

import unicodedata

from django.utils.translation import get_language

from disclosures.classification.english import english_place
from disclosures.classification.spelling import spelt
from disclosures.statements.terms import ENGLISH


def called_unit(name: str) -> str:
    """What the language of the page calls an office, other than its own name; "" in Chinese."""
    return spelt(name) if get_language() == ENGLISH else ""


def called_place(full_name: str) -> str:
    """What it calls a region, or a region with those that it lies in; "" in Chinese."""
    return english_place(full_name) if get_language() == ENGLISH else ""


def unit_words(name: str) -> str:
    """An office in a sentence without markup: Fushun Shi Xinfang Ju 抚顺市信访局."""
    return f"{called_unit(name)} {name}".strip()


def place_words(full_name: str) -> str:
    """A region in a sentence without markup: Fushun City, Liaoning Province 辽宁省抚顺市."""
    return f"{called_place(full_name)} {full_name}".strip()


def is_same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in the width of signs and in blanks."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())
