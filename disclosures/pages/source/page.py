"""The document as it was received: what it is, and the lines of a text file, so that a place in it has an address."""

from dataclasses import dataclass
from email.message import Message

from disclosures.characters import lines_of
from disclosures.statements.models import Disclosure, SourceDocument

SHOWN = ("text/plain", "text/csv")  # what people read line by line; a web page is text too, but mostly markup
MOST_LINES = 20_000  # more would be no page to read


@dataclass(frozen=True)
class Line:
    """A line of a text file as it stands there, and its number from 1."""

    number: int
    text: str

    @property
    def anchor(self) -> str:
        """`L98` is what places call 第 98 行."""
        return f"L{self.number}"

    @property
    def cells(self) -> list[str]:
        """What stands between the tabs; places count these as 格."""
        return self.text.split("\t")


@dataclass(frozen=True)
class Source:
    """A file with its size in bytes; `lines` is None where it is no text, `left_out` how many lines are not shown."""

    document: SourceDocument
    size: int
    lines: tuple[Line, ...] | None = None
    left_out: int = 0


def source_of(disclosure: Disclosure) -> Source | None:
    """The file of the disclosure, in one query; None where it was typed in by hand."""
    document = disclosure.source
    if document is None:
        return None
    content = bytes(document.content)
    text = _text(content, document.media_type)
    if text is None:
        return Source(document, len(content))
    lines = lines_of(text)  # as reading a document counts them
    shown = tuple(Line(number, line) for number, line in enumerate(lines[:MOST_LINES], start=1))
    return Source(document, len(content), shown, len(lines) - len(shown))


def _text(content: bytes, media_type: str) -> str | None:
    """The text of a text file; the media type says in which encoding it was received."""
    message = Message()
    message["Content-Type"] = media_type
    if message.get_content_type() not in SHOWN:
        return None
    try:
        return content.decode(message.get_content_charset("utf-8")).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        return None
