"""Official terms in the language of the page: titles of tables, columns and rows are declared in Chinese alone, and the
catalogue of a language says what they are called there. Offices and regions, as published, in English by their sound
with that name beside. And how many tables there are, as a sentence says it."""

import unicodedata

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from disclosures.classification.english import english_name, english_place
from disclosures.classification.spelling import spelt
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import ORDINALS
from disclosures.statements.models import STATEMENTS, statements_in

COUNTS = {8: _("八"), 9: _("九"), 10: _("十"), 11: _("十一"), 12: _("十二")}  # tables that a form may have, in words

ENGLISH = "en"


def term(text: str, official: str = "") -> str:
    """What the language of the page calls it, or the official words for it; as it is where neither is known."""
    return gloss(text, official) or str(text)


def column_term(column: Amount) -> str:
    """A column with the head that is printed above it and others."""
    heads = [head for head in (column.group, column.title) if head]
    return " · ".join(map(term, heads)) if gloss(column.title) else "".join(heads)


def gloss(text: str, official: str = "") -> str:
    """What another language than that of the forms calls it, to stand beside its own words; "" for none."""
    if get_language() != ENGLISH:
        return ""
    called = ((name, gettext(str(name))) for name in (text, official))
    return next((words for name, words in called if words != name), "") or english_name(str(text))


# ---------------------------------------------------------------------------------------------------------------------
# Offices and regions
# ---------------------------------------------------------------------------------------------------------------------


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


def code_words(name: str) -> str:
    """A code's name in a sentence without markup: Petition affairs 信访事务."""
    return f"{gloss(name)} {name}".strip()


def is_same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in the width of signs and in blanks."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


# ---------------------------------------------------------------------------------------------------------------------
# How many tables there are: nothing else may count them
# ---------------------------------------------------------------------------------------------------------------------


def in_chinese(count: int) -> str:
    """九 for 9, as far as official forms count."""
    return ORDINALS[count - 1]


def span_of_tables() -> str:
    """From the first table to the last: 公开01–09表."""
    first, *_, last = STATEMENTS
    return f"公开{first}–{last}表"


def count_of_tables(year: int) -> str:
    """How many tables the form of that year has, in words."""
    count = len(statements_in(year))
    return str(COUNTS.get(count, in_chinese(count)))
