"""Where an answer that is kept on disk stands: at a path like its address, below the name of the site."""

import re
from pathlib import PurePosixPath

from disclosures.serving.requests.asked import Asked
from disclosures.serving.requests.limits import is_file

_PAGE = re.compile(r"(?:/en)?/units/[^/]+/[0-9]{4}(?:\.r[0-9]+)?/(?:.*/)?(?:chart\.json)?")  # of one revision
_PART = re.compile(r"[^\x00-\x1f/.][^\x00-\x1f/]{0,99}")
_INDEX = "index.html"


def place_of(asked: Asked) -> PurePosixPath | None:
    """The place of a canonical page of a revision, or of a file that takes long to make; None for anything else."""
    path = asked.path
    if not asked.is_usual or not (is_file(path) or _PAGE.fullmatch(path)):
        return None
    parts = [asked.host, *path.removeprefix("/").split("/")]
    parts[-1] = parts[-1] or _INDEX
    try:
        path.encode()
    except UnicodeEncodeError:  # bytes that are no text
        return None
    return PurePosixPath(*parts) if all(_PART.fullmatch(part) for part in parts) else None


def is_of_edition(name: str, year: int) -> bool:
    """Whether a name below a unit belongs to any revision of that year: `2023`, `2023.r1`, `2023.zip`."""
    return bool(re.fullmatch(rf"{year}(\.r[0-9]+)?(\.[a-z]+)*", name))
