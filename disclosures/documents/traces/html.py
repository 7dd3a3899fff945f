"""What a web page tells of those who wrote it, and a copy without it; its bytes stay as they are elsewhere."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from disclosures.documents.traces.trace import AUTHOR, PROPERTY, REMARK, Trace

# Bytes, because these are ASCII in every encoding that pages come in; what looks like a comment in a style is none.
_COMMENT = re.compile(rb"<(?P<kept>style|script)\b.*?</(?P=kept)\s*>|<!--(?P<said>.*?)-->", re.DOTALL | re.IGNORECASE)
_NAMES = rb"author|owner|copyright|reply-to|originator|keywords|description"
_META = re.compile(rb"<meta\b[^>]*\bname\s*=\s*[\"']?(" + _NAMES + rb")\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_PEOPLE = {"author", "owner", "originator", "reply-to"}


def traces_in(path: Path) -> Iterator[Trace]:
    content = path.read_bytes()
    for meta in _META.finditer(content):
        name, said = meta[1].decode().lower(), _CONTENT.search(meta[0])
        text = _text(next(filter(None, said.groups()), b"")) if said else ""
        if text:
            yield Trace(AUTHOR if name in _PEOPLE else PROPERTY, f"meta {name}", text)
    for comment in _COMMENT.finditer(content):
        if text := _text(comment["said"] or b""):
            line = content.count(b"\n", 0, comment.start()) + 1
            yield Trace(REMARK, f"第 {line} 行", text)


def write_cleaned(path: Path, target: Path) -> None:
    content = _COMMENT.sub(lambda comment: comment[0] if comment["kept"] else b"", path.read_bytes())
    target.write_bytes(_META.sub(b"", content))


def _text(content: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return unescape(content.decode(encoding)).strip()
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1").strip()
