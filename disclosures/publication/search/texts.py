"""What a disclosure says in words that can be found: its text, the lists of its overview, the notes of its tables."""

from collections.abc import Iterator

from disclosures.publication.search.entries import entry_of
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.statements.models import Chapter, Disclosure, Duty, Paragraph, UnitInScope
from disclosures.tables.table import Table

LONGEST_TITLE = SearchEntry._meta.get_field("title").max_length


def text_of(disclosure: Disclosure) -> Iterator[SearchEntry]:
    """The text, and of the lists what no paragraph says. The contents say again what heads the chapters."""
    heading, said = "", []
    for paragraph in Paragraph.objects.filter(disclosure=disclosure).order_by("position"):
        if not paragraph.level:
            said.append(paragraph.text)
        if paragraph.chapter == Chapter.COVER:
            yield _words(disclosure, f"p{paragraph.position}", paragraph.text, Chapter.COVER.label)
        elif paragraph.chapter != Chapter.CONTENTS:
            heading = paragraph.text if paragraph.level else heading
            yield _words(disclosure, f"p{paragraph.position}", paragraph.text, "" if paragraph.level else heading)
    yield from _lists(disclosure, "\n".join(said))


def _lists(disclosure: Disclosure, said: str) -> Iterator[SearchEntry]:
    for letter, field, model in (("d", "text", Duty), ("u", "name", UnitInScope)):
        for position, text in model.objects.filter(disclosure=disclosure).values_list("position", field):
            if text not in said:  # else the paragraph that says it is found
                yield _words(disclosure, f"{letter}{position}", text, str(model._meta.verbose_name))


def _words(disclosure: Disclosure, key: str, text: str, heading: str) -> SearchEntry:
    return entry_of(disclosure, EntryKind.TEXT, key=key, title=heading[:LONGEST_TITLE], text=text, context=heading)


def notes_of(disclosure: Disclosure, table: Table) -> Iterator[SearchEntry]:
    """Why the table is empty, where no note says it, and each note below it, at their addresses in its page."""
    said = [(f"note{place}", note) for place, note in enumerate(table.notes, start=1)]
    if not set(map(str.strip, table.empty_reason.splitlines())) <= set(table.notes):
        said.insert(0, ("" if table.is_empty else "reason", table.empty_reason))  # an empty table's page begins with it
    for key, text in said:
        yield entry_of(
            disclosure,
            EntryKind.NOTE,
            number=table.number,
            key=key,
            text=text,
            context=f"公开{table.number}表 {table.official_title} {EntryKind.NOTE.label}",
        )
