"""What each column of the figures of a year is: its name for programs, its type, its role in a budget."""

from typing import NamedTuple

from disclosures.exports.year_file import COLUMNS


class PackageColumn(NamedTuple):
    """A column; `role` is what a Fiscal Data Package calls it, "" where it knows none."""

    key: str
    type: str  # of Table Schema: string, integer, number, boolean, year
    role: str = ""
    title: str = ""


_DECLARED = (
    PackageColumn("region", "string", "administrative-classification:generic:level1:code"),
    PackageColumn("unit_code", "string", "administrative-classification:generic:level2:code"),
    PackageColumn("unit_name", "string", "administrative-classification:generic:level2:label"),
    PackageColumn("year", "year", "date:fiscal-year"),
    PackageColumn("revision", "integer"),
    PackageColumn("table", "string"),
    PackageColumn("side", "string", "direction"),
    PackageColumn("line", "integer"),
    PackageColumn("code", "string", "functional-classification:generic:code"),
    PackageColumn("name", "string", "functional-classification:generic:label"),
    PackageColumn("is_total", "boolean"),
    PackageColumn("column_number", "integer"),
    PackageColumn("column", "string"),
    PackageColumn("amount", "number", "value"),
    PackageColumn("place", "string"),
)
FIGURES = tuple(column._replace(title=title) for column, title in zip(_DECLARED, COLUMNS, strict=True))


def described(column: PackageColumn, name: str) -> dict:
    """The column as Table Schema describes it, under the name that it has in the file."""
    field: dict = {"name": name, "type": column.type, "title": column.title}
    if column.type == "boolean":
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    return field | ({"columnType": column.role} if column.role else {})
