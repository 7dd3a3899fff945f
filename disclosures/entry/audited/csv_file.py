"""The log as csv, sent while it is read: a line for each field that changed, one for what changed none."""

import csv
import io
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from disclosures.audit.models import Change
from disclosures.entry.audited.wording import rows_of, title_of
from disclosures.tables.harmless import harmless

EACH = 200  # entries fetched at a time
COLUMNS = (
    "时间", "经办人编号", "经办人", "来自", "请求", "做了什么", "内容", "单位", "年度", "版次", "说明",
    "行", "栏目", "原值", "新值",
)  # fmt: skip


def log_csv(changes: QuerySet[Change], *, with_address: bool) -> Iterator[bytes]:
    """The file piece by piece, the newest first; amounts in 元 with two decimals. What is added meanwhile stays out."""
    last = changes.order_by("-pk").values_list("pk", flat=True).first() or 0
    yield _lines([("\N{BYTE ORDER MARK}" + COLUMNS[0], *COLUMNS[1:])])
    for change in changes.filter(pk__lte=last).order_by("-pk").iterator(chunk_size=EACH):
        yield _lines(_rows(change, with_address))


def _rows(change: Change, with_address: bool) -> Iterator[tuple]:
    at = timezone.localtime(change.at).strftime("%Y-%m-%d %H:%M:%S")
    address = change.address if with_address else ""
    who = (at, change.by or "", change.by_name, address, change.request)
    what = (change.get_kind_display(), title_of(change), change.unit, change.year or "", change.revision or "")
    own = (*who, *what, change.text)
    rows = list(rows_of(change, grouping=False))
    for row in rows:
        for value in row.values:
            yield (*own, row.name, value.title, value.before, value.after)
    if not rows:
        yield (*own, "", "", "", "")


def _lines(rows: Iterator[tuple] | list[tuple]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(str(cell)) for cell in row])
    return text.getvalue().encode()
