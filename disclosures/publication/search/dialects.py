"""The index and the questions to it in the language of each database: FTS5 of SQLite, a tsvector of PostgreSQL.

Both are given the tokens as they are, in their order, and neither has a parser of its own look at them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import Query, QueryWord
from disclosures.publication.search.tokens import AMOUNT, CONTEXT, IN_UNITS, KIND, REGION, UNIT

MOST = 500  # finds of one kind that are put in order, the latest in the index; more are not counted


class Sqlite:
    """An FTS5 table over the entries, which triggers keep in step."""

    create = (
        "CREATE VIRTUAL TABLE publication_search_index USING fts5("
        "tokens, content='publication_searchentry', content_rowid='id', prefix='1', "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Cn' tokenchars '.=@#'\")",
        "CREATE TRIGGER search_entry_added AFTER INSERT ON publication_searchentry BEGIN "
        "INSERT INTO publication_search_index (rowid, tokens) VALUES (NEW.id, NEW.tokens); END",
        "CREATE TRIGGER search_entry_removed AFTER DELETE ON publication_searchentry BEGIN "
        "INSERT INTO publication_search_index (publication_search_index, rowid, tokens) "
        "VALUES ('delete', OLD.id, OLD.tokens); END",
    )
    drop = (
        "DROP TRIGGER search_entry_added",
        "DROP TRIGGER search_entry_removed",
        "DROP TABLE publication_search_index",
    )
    matches = (
        "SELECT rowid FROM publication_search_index WHERE publication_search_index MATCH %s "
        "ORDER BY rowid DESC LIMIT %s"
    )

    @staticmethod
    def phrase(tokens: list[str], is_open: bool) -> str:
        return f'"{" ".join(tokens)}"{" *" if is_open else ""}'

    @staticmethod
    def all_of(parts: Iterable[str]) -> str:
        return f"({' AND '.join(parts)})"

    @staticmethod
    def any_of(parts: Iterable[str]) -> str:
        return f"({' OR '.join(parts)})"


class Postgres:
    """A column that the database makes from the tokens, each with its place; 16,383 is the last place there is."""

    create = (
        "CREATE FUNCTION publication_search_vector(tokens text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE "
        "AS $$ SELECT coalesce(string_agg('''' || token || ''':' || least(place, 16383), ' '), '')::tsvector "
        "FROM unnest(string_to_array(tokens, ' ')) WITH ORDINALITY AS each (token, place) $$",
        "ALTER TABLE publication_searchentry ADD COLUMN vector tsvector "
        "GENERATED ALWAYS AS (publication_search_vector(tokens)) STORED",
        # What waits to be put into the index is read by every question, so let little wait: 512 kB.
        "CREATE INDEX publication_search_index ON publication_searchentry USING gin (vector) "
        "WITH (gin_pending_list_limit = 512)",
    )
    drop = (
        "ALTER TABLE publication_searchentry DROP COLUMN vector",
        "DROP FUNCTION publication_search_vector(text)",
    )
    matches = "SELECT id FROM publication_searchentry WHERE vector @@ %s::tsquery ORDER BY id DESC LIMIT %s"

    @staticmethod
    def phrase(tokens: list[str], is_open: bool) -> str:
        return "(" + " <-> ".join(f"'{token}'" for token in tokens) + (":*)" if is_open else ")")

    @staticmethod
    def all_of(parts: Iterable[str]) -> str:
        return f"({' & '.join(parts)})"

    @staticmethod
    def any_of(parts: Iterable[str]) -> str:
        return f"({' | '.join(parts)})"


def best(ids: str) -> str:
    """The entries with these ids, which may be a question; the very name first, then names that begin so, and nothing
    but zeros last.
    """
    return (
        f"SELECT id, kind FROM publication_searchentry WHERE id IN ({ids}) "  # noqa: S608  # of this module and marks
        "ORDER BY CASE WHEN title = %s OR key = %s THEN 0 WHEN substr(title, 1, %s) = %s THEN 1 ELSE 2 END, "
        "CASE WHEN kind = 'row' AND figures = '[]' THEN 1 ELSE 0 END, year DESC, id"
    )


Dialect = type[Sqlite] | type[Postgres]
DIALECTS: dict[str, Dialect] = {"sqlite": Sqlite, "postgresql": Postgres}


def expression(query: Query, kind: EntryKind | None, dialect: Dialect) -> str:
    """The question to the index: every word in the entry itself or around it, and one at least in the entry itself.

    Without a kind it asks for all but units, whose words have a mark of their own.
    """
    mark = IN_UNITS if kind == EntryKind.UNIT else ""
    said = [list(_all_ways(word, mark, dialect)) for word in query.words]
    parts = list(_of_kind(query, kind, dialect))
    if len(said) == 1:
        return dialect.all_of([*parts, dialect.any_of(said[0])])
    for word, ways in zip(query.words, said, strict=True):
        parts.append(dialect.any_of([*ways, *_all_ways(replace(word, amount=""), CONTEXT, dialect)]))
    return dialect.all_of([*parts, dialect.any_of([way for ways in said for way in ways])])


def _of_kind(query: Query, kind: EntryKind | None, dialect: Dialect) -> Iterator[str]:
    """By what entries are chosen beside words; a term belongs to no year and no place."""
    chosen = list(_chosen(query, dialect))
    term = dialect.phrase([KIND + EntryKind.TERM], is_open=False)
    if kind == EntryKind.TERM:
        yield term
    elif kind:
        yield from (dialect.phrase([KIND + kind], is_open=False), *chosen)
    elif chosen:
        yield dialect.any_of([term, dialect.all_of(chosen)])


def _chosen(query: Query, dialect: Dialect) -> Iterator[str]:
    for mark in (query.year and CONTEXT + query.year, query.region and REGION + query.region):
        if mark:
            yield dialect.phrase([mark], is_open=False)
    if query.units:
        yield dialect.any_of(dialect.phrase([f"{UNIT}{unit}"], is_open=False) for unit in query.units)


def _all_ways(word: QueryWord, mark: str, dialect: Dialect) -> Iterator[str]:
    for phrases in (word.phrases, *word.others):
        yield dialect.all_of(
            dialect.phrase([mark + token for token in phrase.tokens], phrase.is_open) for phrase in phrases
        )
    if word.amount:
        yield dialect.phrase([AMOUNT + word.amount], is_open=False)
