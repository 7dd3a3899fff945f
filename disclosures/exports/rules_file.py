"""The register of the checks as a file: every rule in words, with how many current disclosures break it."""

import csv
import io
import json
from collections.abc import Callable

from disclosures.checks.register.rules import RULES, VERSION
from disclosures.checks.rules import KIND_TITLES, Rule
from disclosures.tables.harmless import harmless

# What a file says of each rule: the key for programs, the title for readers.
COLUMNS = {
    "code": "代号",
    "title": "规则",
    "advice": "怎么改",
    "example": "例",
    "basis": "依据",
    "kind": "类别",
    "severity": "轻重",
    "exact": "尾差也算对不上",
    "broken_by": "对不上的公开份数",
}


def csv_rules(broken_by: dict[str, int]) -> bytes:
    """One rule a line, as spreadsheet programs open it; `broken_by` counts disclosures by the code of the rule."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS.values())
    for rule in RULES:
        row = _row(rule, broken_by) | {"kind": KIND_TITLES[rule.kind], "exact": "是" if rule.exact else "否"}
        writer.writerow(harmless(str(row[key])) for key in COLUMNS)
    return text.getvalue().encode("utf-8-sig")


def json_rules(broken_by: dict[str, int]) -> bytes:
    """The same for programs, under its version."""
    content = {"version": VERSION, "rules": [_row(rule, broken_by) for rule in RULES]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _row(rule: Rule, broken_by: dict[str, int]) -> dict:
    return {key: broken_by.get(rule.code, 0) if key == "broken_by" else getattr(rule, key) for key in COLUMNS}


WRITERS: dict[str, Callable[[dict[str, int]], bytes]] = {"csv": csv_rules, "json": json_rules}
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
