"""What formulas come to whose result the file does not hold: calculated by LibreOffice, where it is installed."""

from collections.abc import Callable
from pathlib import Path

from disclosures.documents import office
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits

CALCULATED = "文件没有存下这个公式的结果，是由 LibreOffice 算出来的；请核对"

Results = dict[tuple[str, int, int], tuple[str, str]]  # kind and value by sheet, row and column


def results_of(path: Path, limits: Limits, stored_in: Callable[[Path, Limits], Results]) -> Results:
    """The values of all cells after calculation; none where that cannot be done, and the cells stay in doubt."""
    if not office.is_installed():
        return {}
    try:
        with office.converted(path, ".xlsx", limits) as calculated:
            return stored_in(calculated, limits)
    except DocumentError:
        return {}
