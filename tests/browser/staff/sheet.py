"""Table 03 of the sample as it is typed, and what a test does with a table that is open in the browser."""

from playwright.sync_api import Page

from disclosures.statements.models import Disclosure
from tests.building import BY_FUNCTION, FUNCTIONS

ROWS = [
    ("", "", "1262.08", "626.72", "635.36"),
    ("201", "", "1083.57", "448.21", "635.36"),
    ("20103", "", "1083.57", "448.21", "635.36"),
    ("2010301", "", "448.21", "448.21", ""),
    ("2010308", "", "635.36", "", "635.36"),
    ("208", "", "115.80", "115.80", ""),
    ("20805", "", "89.32", "89.32", ""),
    ("2080501", "", "27.40", "27.40", ""),
    ("2080505", "", "48.03", "48.03", ""),
    ("2080506", "", "13.89", "13.89", ""),
    ("20808", "", "26.48", "26.48", ""),
    ("2080801", "", "26.48", "26.48", ""),
    ("210", "", "22.68", "22.68", ""),
    ("21011", "", "22.68", "22.68", ""),
    ("2101101", "", "22.68", "22.68", ""),
    ("221", "", "40.01", "40.01", ""),
    ("22102", "", "40.01", "40.01", ""),
    ("2210201", "", "40.01", "40.01", ""),
]


def cell(page: Page, row: int, field: str, model: str = "expenditure"):
    return page.locator(f"#id_{model}-{row}-{field}")


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("[name=_save]").click()


def texts(disclosure: Disclosure, number: str = "03") -> list[tuple[str, ...]]:
    return [
        (line.code, line.name, *(line.text(column.name, disclosure.precision) for column in line.columns()))
        for line in disclosure.lines(number)
    ]


def as_sample() -> list[tuple[str, ...]]:
    """What the tables of `tests.building` say: codes, names, figures in the columns of the form."""
    return [(code, name, *BY_FUNCTION["03"][code], "", "", "") for code, name in FUNCTIONS.items()]
