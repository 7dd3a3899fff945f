"""The guide for staff: `docs/staff-guide.md`, with tables written from the declarations, as a page of the admin."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import markdown
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString, mark_safe

from disclosures.publication.parts import content_fields
from disclosures.publication.steps import STATUS
from disclosures.staff.rights import RIGHTS
from disclosures.staff.roles import Role
from disclosures.statements.fields import Amount
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import PARTS, Disclosure

FILE = Path(settings.BASE_DIR) / "docs" / "staff-guide.md"
_HIDDEN = (*STATUS, "position", "place")  # nobody types the order of rows, nor where a document printed them


def guide_page(request: HttpRequest) -> HttpResponse:
    """The guide in the frame of the admin."""
    frame = admin.site.each_context(request) | {"is_nav_sidebar_enabled": False}
    return TemplateResponse(request, "admin/guide.html", {**frame, "title": "工作人员手册", "guide": guide_html()})


@cache
def guide_html() -> SafeString:
    """The guide as HTML; the text is our own."""
    text = FILE.read_text().partition("\n")[2]  # without its title, which the frame shows
    return mark_safe(markdown.markdown(text, extensions=["tables", "toc", "sane_lists"]))


def renewed(text: str) -> str:
    """The text of the guide with its tables as the declarations have them now."""
    for name, lines in {"rights": rights_table(), "fields": field_tables()}.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, rest = text.split(begin)
        text = "\n".join((f"{before}{begin}\n", *lines, "", f"{end}{rest.split(end)[1]}"))
    return text


def rights_table() -> Iterator[str]:
    """Every right and how far each role has it."""
    yield f"| 权限 | {' | '.join(str(role.label) for role in Role)} | 说明 |"
    yield "|---" * (len(Role) + 2) + "|"
    for right in RIGHTS:
        reaches = " | ".join(right.reach(role).value for role in Role)
        yield f"| {right.title} | {reaches} | {right.sentence} |"


def field_tables() -> Iterator[str]:
    """What goes into each field that is typed, part by part; amounts are the columns of the official forms."""
    yield "| 部分 | 栏 | 填什么 |"
    yield "|---|---|---|"
    rows = (
        f"| {_part(model)} | {field.verbose_name} | {field.help_text} |"
        for model in _models()
        for field in _typed(model)
    )
    yield from dict.fromkeys(rows)


def _models() -> tuple[type[models.Model], ...]:
    return Disclosure, *PARTS


def _part(model: type[models.Model]) -> str:
    """What the guide calls it; the tables share their fields, beside the amounts."""
    if issubclass(model, StatementLine):
        return "各表的行"
    return "封面" if model is Disclosure else str(model._meta.verbose_name)


def _typed(model: type[models.Model]) -> Iterator[models.Field]:
    for field in content_fields(model):
        if (
            field.name not in _HIDDEN
            and not isinstance(field, Amount)
            and (field.name == "unit" or not field.is_relation)
        ):
            yield field
