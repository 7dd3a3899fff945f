"""What pages for readers who ask, print or take data away give to their parts."""

from collections.abc import Callable
from datetime import UTC, datetime

from disclosures.checks.keeping import report_of
from disclosures.exports.api.description import operations
from disclosures.pages.components.stages import Sample
from disclosures.pages.data import years
from disclosures.pages.reading.sheet import sheet_of
from disclosures.pages.search.page import search_page
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.statements.loaded import load
from disclosures.statements.terms import term

_ASKED = ReaderQuestion(
    pk=1,
    subject="公开03表 支出决算表",
    text="项目支出为什么比去年多？",
    asked_at=datetime(2024, 9, 2, tzinfo=UTC),
    answer="本年新增了信访大厅的维修。",
    answered_at=datetime(2024, 9, 5, tzinfo=UTC),
)  # made up: few readers have asked


def sheet(part: str) -> Callable[[Sample], dict]:
    """The two pages for deputies, where this part of them says anything."""

    def context(sample: Sample) -> dict:
        disclosure, frame = sample.disclosure, sample.frame
        found = sheet_of(load(disclosure), report_of(disclosure), frame.links)
        return {"frame": frame, "sheet": found} if getattr(found, part) else {}

    return context


def slim(sample: Sample) -> dict:
    """The line that stays above a table."""
    disclosure = sample.disclosure
    unit, cite = term(disclosure.amount_unit), sample.frame.links.cite("03")
    return {"unit_name": disclosure.unit_name, "year": disclosure.year, "unit": unit, "cite": cite}


def direct_answers(sample: Sample) -> dict:
    """What the unit spent, asked as a reader might."""
    page = search_page({"q": f"{sample.disclosure.unit_name}花了多少钱"})
    return {"answers": page.answers} if page.answers else {}


def answered(sample: Sample) -> dict:
    """A question about a table, with its answer."""
    return {"questions": [(_ASKED, sample.frame.links.table("03"))]}


def parameters(sample: Sample) -> dict:
    """What the first address for programs can be asked."""
    return {"parts": next(one.parameters for one in operations() if one.parameters)}


def years_to_take(sample: Sample) -> dict:
    return {"years": years()}
