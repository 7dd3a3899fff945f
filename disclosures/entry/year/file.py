"""The year at a glance as a file, for lists and reminders that are made elsewhere."""

import csv
import io
from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone

from disclosures.entry.year.chosen import Chosen
from disclosures.entry.year.rows import Row, rows_of
from disclosures.entry.year.standing import WithStanding

HEADS = (
    "区划代码", "区划", "单位编码", "单位", "主管部门", "年度", "状态", "版次", "从", "经办人", "缺少",
    "矛盾", "其他问题", "措辞", "批复日期", "公开期限", "剩余天数", "退回原因",
)  # fmt: skip
AT_ONCE = 500  # rows whose parts are looked up together


def as_csv(units: WithStanding, chosen: Chosen) -> HttpResponse:
    """All that is chosen, without pages; with the mark by which Excel knows UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADS)
    for row in _rows(units):
        writer.writerow([_harmless(cell) for cell in _cells(row, chosen.year)])
    name = f"attachment; filename=year-{chosen.year}.csv"
    return HttpResponse(f"\ufeff{file.getvalue()}", "text/csv; charset=utf-8", headers={"Content-Disposition": name})


def _rows(units: WithStanding) -> Iterator[Row]:
    found = list(units)
    for first in range(0, len(found), AT_ONCE):
        yield from rows_of(found[first : first + AT_ONCE])


def _cells(row: Row, year: int) -> tuple:
    disclosure, unit, found = row.disclosure, row.unit, row.found
    since = timezone.localtime(row.since).strftime("%Y-%m-%d %H:%M") if row.since else ""
    department = unit.department.name if unit.department else ""
    of_unit = (unit.region_id, unit.region.full_name, unit.code, unit.name, department, year, row.standing.label)
    if disclosure is None:
        return of_unit
    findings = (found.contradictions, found.others, found.wording) if found else ("", "", "")
    left = "" if row.days_left is None else row.days_left
    clock = (disclosure.approval_date or "", row.due or "", left)
    return (*of_unit, disclosure.revision, since, row.who, row.lacks, *findings, *clock, row.reason)


def _harmless(cell: object) -> str:
    """No cell that a spreadsheet would calculate; a number below zero is one."""
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
