"""How the document of a disclosure was read: what was wrong, what was mended, what nothing took."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse

from disclosures.entry.beside import page_beside
from disclosures.intake.models import ReadingReport
from disclosures.statements.models import Disclosure

LEVELS = {"fatal": "错误", "warning": "注意"}

# What a report lists, each with its title and its columns: the key of an entry and the title above it.
SECTIONS = (
    ("problems", "问题", {"level": "程度", "place": "出处", "text": "原文", "message": "说明"}),
    (
        "doubts",
        "看不清的地方",
        {"place": "出处", "text": "认作", "picture": "原样", "reason": "为什么", "verdict": "核对"},
    ),
    ("repairs", "修补", {"place": "出处", "before": "原文", "after": "读作", "reason": "理由"}),
    ("kept", "照原样保留", {"place": "出处", "title": "名称", "rows": "原文", "reason": "理由"}),
    ("unread", "没有读入的文字", {"place": "出处", "text": "原文"}),
    ("traces", "文件里还有的作者、批注和隐藏内容，会随文件一起公开", {"kind": "类别", "place": "出处", "text": "内容"}),
)


def report_url(disclosure: Disclosure) -> str:
    """The page of the report; "" for what was typed in or copied."""
    known = ReadingReport.objects.filter(disclosure=disclosure).exists()
    return reverse("admin:statements_disclosure_report", args=[disclosure.pk]) if known else ""


def report_page(model_admin, request, disclosure: Disclosure):
    """The report for whoever may see the disclosure."""
    if not model_admin.has_view_permission(request, disclosure):
        raise PermissionDenied
    report = get_object_or_404(ReadingReport, disclosure=disclosure)
    return page_beside(
        model_admin, request, disclosure, "report.html", "读入报告",
        report=report, sections=sections_of(report.content),
    )  # fmt: skip


def sections_of(content: dict, href: Callable[[str], str] = lambda place: "") -> list[dict]:
    """What a report lists, as tables to be shown: each cell with where it leads, which `href` knows, or its picture."""
    return [_section(title, columns, content.get(key, []), href) for key, title, columns in SECTIONS]


def _section(title: str, columns: dict[str, str], entries: list[dict], href: Callable[[str], str]) -> dict:
    rows = [[_cell(key, entry, href) | {"head": head} for key, head in columns.items()] for entry in entries]
    return {"title": title, "heads": columns.values(), "rows": rows}


def _cell(key: str, entry: dict, href: Callable[[str], str]) -> dict:
    if key == "picture":
        return {"picture": entry[key], "text": entry["text"]}
    return {"text": _shown(entry[key]), "href": href(entry[key]) if key == "place" else ""}


def _shown(value: str | list[list[str]]) -> str:
    """A level in words, rows that were kept as lines, anything else as it is."""
    if isinstance(value, list):
        return "\n".join(" | ".join(row) for row in value)
    return LEVELS.get(value, value)
