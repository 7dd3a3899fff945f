"""What revisions still lack, for a list of them in two queries: tables, the text, the self-evaluation."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import (
    STATEMENTS,
    Disclosure,
    Paragraph,
    PerformanceForm,
    StatementHead,
    statements_in,
)

TABLE = "公开"  # what the number of a table begins with


@dataclass(frozen=True)
class Missing:
    """A part without content that nobody declared empty: its name, and the name of its model in addresses."""

    title: str
    part: str


def missing_in(disclosures: Iterable[Disclosure]) -> dict[int, list[Missing]]:
    """What each lacks, by its id, in the order of the document. A table needs an amount, or to be declared empty."""
    years = {disclosure.pk: disclosure.year for disclosure in disclosures}
    heads = StatementHead.objects.filter(disclosure__in=years, is_declared_empty=True)
    declared = set(heads.values_list("disclosure", "number"))
    parts: tuple[type[Part], ...] = (*STATEMENTS.values(), Paragraph, PerformanceForm)
    there = {part._meta.label: _there(part) for part in parts}
    columns = [f"has_{number}" for number in range(len(there))]
    found = Disclosure.objects.filter(pk__in=years).annotate(**dict(zip(columns, there.values(), strict=True)))
    return {
        pk: list(_lacking(years[pk], dict(zip(there, has, strict=True)), {n for one, n in declared if one == pk}))
        for pk, *has in found.values_list("pk", *columns)
    }


def _there(part: type[Part]) -> Exists:
    rows = part._default_manager.filter(disclosure=OuterRef("pk"))
    if issubclass(part, StatementLine):
        amounts = (Q(**{f"{column.name}__isnull": False}) for column in part.columns())
        rows = rows.filter(Q(*amounts, _connector=Q.OR))
    return Exists(rows)


def _lacking(year: int, has: dict[str, bool], declared: set[str]) -> Iterable[Missing]:
    for number, table in statements_in(year).items():
        if not has[table._meta.label] and number not in declared:
            yield Missing(f"{TABLE}{number}", str(table._meta.model_name))
    for part, title in ((Paragraph, "文字说明"), (PerformanceForm, "绩效自评")):
        if not has[part._meta.label]:
            yield Missing(title, str(part._meta.model_name))


def in_words(missing: list[Missing]) -> str:
    """公开06、07，文字说明: the tables by number, then what else is missing."""
    tables = [one.title.removeprefix(TABLE) for one in missing if one.title.startswith(TABLE)]
    others = [one.title for one in missing if not one.title.startswith(TABLE)]
    return "，".join([*([TABLE + "、".join(tables)] if tables else []), *others])
