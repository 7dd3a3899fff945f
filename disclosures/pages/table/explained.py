"""The words of a table explained where they stand: terms by the document's glossary, a code by the official list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from disclosures.addresses import links
from disclosures.classification.codes import level_of
from disclosures.pages.code.names import NamedCode, names_of
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS, Disclosure, Term
from disclosures.tables.table import Table

_MARKS = str.maketrans("", "", " “”\"'「」")


@dataclass(frozen=True)
class Word:
    """A term with the explanation that the document gives; `anchor` is what it is called on the page."""

    name: str
    definition: str
    anchor: str
    href: str


@dataclass(frozen=True)
class Explained:
    """`heads` are the words by the titles of columns; `words` all that the table uses; `code` is the one in focus."""

    words: tuple[Word, ...] = ()
    heads: Mapping[str, Word] = field(default_factory=dict)
    code: NamedCode | None = None
    level: str = ""

    @property
    def touched(self) -> tuple[Word, ...]:
        """Those that a head opens, each once."""
        return tuple(word for word in self.words if word in self.heads.values())


def explained(disclosure: Disclosure, table: Table) -> Explained:
    """One query for the terms, one more for a code in focus."""
    said = {_plain(text) for text in _texts(table)}
    terms = Term.objects.filter(disclosure=disclosure).order_by("position")
    words = [_word(term) for term in terms if any(_plain(term.name) in text for text in said)]
    by_name = {_plain(word.name): word for word in words}
    titles = {text for panel in table.panels for column in panel.columns for text in (column.title, column.group)}
    heads = {title: by_name[_plain(title)] for title in titles if _plain(title) in by_name}
    return Explained(tuple(words), heads, *_focus(table))


def _texts(table: Table) -> Iterable[str]:
    """All words of the table: its title, its columns, its rows."""
    columns = (text for panel in table.panels for column in panel.columns for text in (column.title, column.group))
    return (table.title, *columns, *(row.name for row in table.rows))


def _plain(text: str) -> str:
    return text.translate(_MARKS)


def _word(term: Term) -> Word:
    anchor = f"w{term.position}"
    return Word(term.name, term.definition, anchor, links.glossary(term.name))


def _focus(table: Table) -> tuple[NamedCode | None, str]:
    """What the official list calls the code in focus, and its level."""
    model, focus = STATEMENTS[table.number], table.focus
    if focus is None or not issubclass(model, ClassifiedLine):
        return None, ""
    named = names_of(model.scheme, [focus.code]).get(focus.code)
    return named or NamedCode(focus.code, focus.name), level_of(focus.code)
