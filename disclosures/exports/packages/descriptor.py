"""What a package holds, as Frictionless Data describes it: the files of a year, the tables of a disclosure."""

import json
import re
from typing import Any

from disclosures.addresses import links
from disclosures.exports.naming import DIGITS
from disclosures.exports.packages.schema import FIGURES, described
from disclosures.exports.table.csv_file import title_of
from disclosures.exports.table.flat import flat_columns
from disclosures.statements.models import Disclosure
from disclosures.tables.table import Table

MEDIA_TYPE = "application/json"
NAME = "datapackage.json"
_NO_NAME = re.compile(r"[^a-z0-9._-]+")  # names of packages take nothing else
_LICENCE = {"name": "public", "title": "依法公开的政府信息，使用时请注明出处"}


def year_package(year: int, count: int, digest: str, origin: str) -> bytes:
    """The csv of the year beside this file; `digest` is over those of all its disclosures."""
    fields = [described(column, column.title) for column in FIGURES]
    return _written(
        {
            "name": f"accounts-{year}",
            "title": f"{year} 年度部门决算，{count} 份",
            "profile": "fiscal-data-package",
            "homepage": origin,
            "version": digest,
            "fiscalPeriod": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
            "currencyCode": "CNY",
            "licenses": [_LICENCE],
            "resources": [_resource(f"figures-{year}", f"{year}.csv", f"{year} 年度全部单位", fields)],
        }
    )


def disclosure_package(disclosure: Disclosure, tables: list[Table], address: str) -> bytes:
    """The csv files of the tables; `address` is the page of this revision. Amounts are in the unit of their heads."""
    return _written(
        {
            "name": _name(disclosure),
            "title": f"{disclosure.unit_name} {disclosure.year} 年度决算",
            "profile": "fiscal-data-package",
            "homepage": address,
            "version": str(disclosure.revision),
            "id": f"sha256:{disclosure.digest}",
            "fiscalPeriod": {"start": f"{disclosure.year}-01-01", "end": f"{disclosure.year}-12-31"},
            "currencyCode": "CNY",
            "licenses": [_LICENCE],
            "resources": [
                _resource(f"table-{table.number}", f"tables/{table.number}.csv", table.title, _fields(table))
                for table in tables
            ],
        }
    )


def _name(disclosure: Disclosure) -> str:
    """The same for the same revision wherever it is published; a unit's code may hold what no name may."""
    words = (links.key_of(disclosure.unit), disclosure.year, f"r{disclosure.revision}", disclosure.digest[:DIGITS])
    return _NO_NAME.sub("-", f"accounts-{'-'.join(map(str, words))}".lower())


def _fields(table: Table) -> list[dict[str, Any]]:
    """The columns of the csv as its own head names them."""
    return [
        {"name": title_of(column, table), "type": "number" if column.is_amount else "string"}
        | ({"columnType": "value"} if column.is_amount else {})
        for column in flat_columns(table)
    ]


def _resource(name: str, path: str, title: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "title": title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _written(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
