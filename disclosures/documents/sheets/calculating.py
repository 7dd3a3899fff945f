"""What formulas come to whose result the file does not hold: calculated by LibreOffice, where it is installed."""

from collections.abc import Callable, Collection
from pathlib import Path

from disclosures.documents.converted import office
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits

CALCULATED = "文件没有存下这个公式的结果，是由 LibreOffice 算出来的；请核对"


def calculated(path: Path, limits: Limits, read: Callable[[Path, Limits], Collection]) -> Collection:
    """What `read` finds in the file after calculation; nothing where that cannot be done: the cells stay in doubt."""
    if not office.is_installed():
        return ()
    try:
        with office.converted(path, ".xlsx", limits) as file:
            return read(file, limits)
    except DocumentError:
        return ()
