"""What a figure of the text means, in the language of the page: which number of what it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.checks.narrative.links import Link
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.checks.narrative.meaning.words.all import all_subjects
from disclosures.statements.terms import gloss

SUBJECTS = {subject.key: subject.title for subject in all_subjects()}
ROLES = (  # that a reader must know to understand the figure
    Role.LAST, Role.BUDGET, Role.CHANGE, Role.GROWTH, Role.COMPLETION, Role.DEVIATION, Role.DEVIATION_RATE,
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """A piece of a sentence; `side` is which side of the result it names, if any, `is_figure` whether by its figure.

    `is_published` says that they stand as published, in a sentence of another language.
    """

    text: str
    side: str = ""
    is_figure: bool = False
    is_published: bool = False


def plain(text: str) -> Words:
    return Words(text)


def published(text: str) -> Words:
    """Words of a document, in a sentence of another language."""
    return Words(text, is_published=True)


def meaning_in_words(link: Link) -> Iterator[Words]:
    """Of what it is a figure, and which one; nothing where that is not known."""
    yield from _subject(link.subject)
    if link.role == Role.SHARE:
        whole = gloss(SUBJECTS.get(link.whole, ""))
        yield plain(_("占{whole}的比重").format(whole=whole) if whole else _("占比"))
    elif link.role in ROLES:
        yield plain(gloss(link.role))


def _subject(key: str) -> Iterator[Words]:
    """Its words; the code for what a code names; the published name for a project and the like."""
    kind, _colon, name = key.rpartition(":")
    if called := gloss(SUBJECTS.get(key, "")):
        yield plain(called)
    elif kind and key not in SUBJECTS:
        yield plain(name) if name.isdigit() else published(name)
