"""The answers to a question, unit by unit."""

from collections.abc import Iterator, Mapping

from disclosures.addresses import links
from disclosures.exports.lists.content import MOST, ListColumn, ListFile, Value, list_file
from disclosures.finding.front_door import Question
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.pages.questions.page import asked_of, rows_of
from disclosures.statements.models import ThreePublicExpenses

COLUMNS = (
    *OWNER,
    ListColumn("budget", "预算数", is_amount=True),
    ListColumn("actual", "决算数", is_amount=True),
    PAGE,
)


def answers_list(question: Question, query: Mapping[str, str], site: Site) -> ListFile:
    """As the page lists them, 元, exact, as published in 公开07; three queries."""
    asked, _years = asked_of(query)
    rows = rows_of(question, asked)
    return list_file(
        str(question.figure),
        f"{question.key}-{asked['year']}",
        site.whole(links.with_query(question.href, asked.but())),
        COLUMNS,
        (_row(row, site) for row in rows[:MOST]),
        asked=(f"{asked['year']}年度" if asked["year"] else "", "公开07表"),
        count=rows.count(),
    )


def _row(row: ThreePublicExpenses, site: Site) -> Iterator[Value]:
    yield from owner_of(row.disclosure)
    yield row.initial_budget
    yield row.actual
    yield site.whole(f"{links.of(row.disclosure).table(row.number)}#{row.key}")
