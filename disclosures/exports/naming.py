"""What a file is called when it is saved: in Chinese, and in ASCII for programs that know nothing else."""

import re
from urllib.parse import quote

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')  # in names of files, on one system or another
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
DIGITS = 8  # of a SHA-256 that stand in a name: enough to tell two files apart by eye


def name_of(ending: str, *words: str) -> str:
    """A name for a file that every system takes."""
    return f"{_FORBIDDEN.sub('-', '-'.join(words))}.{ending}"


def disposition(name: str, plain: str, *, is_saved: bool = True) -> str:
    """The header that names a file: `name` as RFC 5987 has it, `plain` in ASCII for those who do not read that."""
    kind = "attachment" if is_saved else "inline"
    ascii_name = _NOT_PLAIN.sub("-", plain)
    return f"{kind}; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}"
