"""A list as every kind of file is made from it: columns, rows, and the address of the page that shows the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from disclosures.exports.naming import DIGITS, name_of

MOST = 10_000  # rows that a file holds; a longer list says how many it left out

Value = str | int | Decimal | None


@dataclass(frozen=True)
class ListColumn:
    """`key` is its name for programs, `title` that for readers; `is_amount` are 元, exact, with two decimals."""

    key: str
    title: str
    is_amount: bool = False

    @property
    def head(self) -> str:
        return f"{self.title}（元）" if self.is_amount else self.title


@dataclass(frozen=True)
class ListFile:
    """`title` and `asked` are the words of its name, `plain` is that in ASCII; `address` the absolute one of its page.

    `rows` have a value for each column, in their order; `count` is how many there are in all.
    """

    title: str
    asked: tuple[str, ...]
    plain: str
    address: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    count: int

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.rows)

    def text(self, column: ListColumn, value: Value) -> str:
        """The value as files write it: "" for nothing, figures without marks of thousands."""
        if isinstance(value, Decimal):
            return f"{value:.2f}" if column.is_amount else f"{value:f}"
        return "" if value is None else str(value)


def list_file(title: str, plain: str, address: str, columns: Iterable[ListColumn], rows: Iterable, **more) -> ListFile:
    """`more` are the words that were asked, and the count where the list is longer than its rows."""
    found = tuple(tuple(row) for row in rows)
    asked = tuple(str(word) for word in more.get("asked", ()) if word)
    return ListFile(title, asked, plain, address, tuple(columns), found[:MOST], more.get("count", len(found)))


def digest_of(content: bytes) -> str:
    """The SHA-256 of the list as csv, by which all its files are told."""
    return sha256(content).hexdigest()


def named(file: ListFile, ending: str, digest: str) -> tuple[str, str]:
    """What the file is called in Chinese, and in ASCII."""
    told = digest[:DIGITS]
    cut = (f"前{len(file.rows)}行",) if file.is_cut else ()
    return name_of(ending, file.title, *file.asked, *cut, told), f"{file.plain}-{told}.{ending}"
