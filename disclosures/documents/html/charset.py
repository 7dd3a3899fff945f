"""In which encoding a page is written: its first bytes, strict UTF-8, what it says of itself, GB18030."""

import codecs
import re
from pathlib import Path

from disclosures.documents.items import DocumentError

_SAID = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page says its encoding
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_KNOWN = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}


def decoded(path: Path) -> str:
    """The text of a page; whatever it says of itself, it is UTF-8 if all of it decodes as such."""
    content = path.read_bytes()
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    said = _SAID.search(content[:_HEAD])
    name = _KNOWN.get(said[1].decode("ascii").lower(), "") if said else ""
    for encoding in filter(None, ("utf-8", name, "gb18030")):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError(f"{path.name} 的文字既不是 UTF-8 也不是 GB18030 编码，读不出来。")
