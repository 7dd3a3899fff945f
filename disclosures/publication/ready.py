"""Whether a draft can be submitted by somebody: what it lacks, a sentence each."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

from disclosures.publication.parts import all_parts
from disclosures.publication.steps import PUBLIC
from disclosures.sentences.gaps import gaps_in
from disclosures.statements.fields import field_of
from disclosures.statements.legible import unseen_in
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import Disclosure


def lacking(draft: Disclosure) -> list[str]:
    """Why the draft cannot be submitted; empty where nothing stands in its way."""
    parts = [part for rows in all_parts(draft).values() for part in rows]
    return [*_no_figures(parts), *_no_note(draft), *_with_gaps(parts)]


def unfit(draft: Disclosure) -> list[str]:
    """Why nobody may submit the draft, a sentence each: no address could carry it, or a text holds what nobody sees."""
    return [*_no_address(draft), *_unseen(draft)]


def _no_address(draft: Disclosure) -> Iterator[str]:
    for row, names in ((draft.unit, ["code"]), (draft, ["year", "revision"])):
        for name in names:
            field = field_of(type(row), name)
            try:
                field.clean(getattr(row, name), row)
            except ValidationError as error:
                yield f"{field.verbose_name} {getattr(row, name)} 不能用在网址里：{''.join(error.messages)}"


def _unseen(draft: Disclosure) -> Iterator[str]:
    for row in (draft.unit, draft, *(row for rows in all_parts(draft).values() for row in rows)):
        for title in unseen_in(row):
            yield f"{row._meta.verbose_name}“{row}”的{title}里有看不见的控制字符，请删去。"


def _no_figures(parts: list[Part]) -> Iterator[str]:
    amounts = (value for part in parts if isinstance(part, StatementLine) for value in part.amounts.values())
    if not any(value is not None for value in amounts):
        yield "各表还没有一个金额，不能提交空的决算。"


def _no_note(draft: Disclosure) -> Iterator[str]:
    earlier = Disclosure.objects.filter(unit_id=draft.unit_id, year=draft.year, state__in=PUBLIC)
    if not draft.change_note.strip() and earlier.exclude(pk=draft.pk).exists():
        yield "这一年已经公开过；更正要写明“更正说明”，它会显示在公开页面上。"


def _with_gaps(parts: list[Part]) -> Iterator[str]:
    gaps = [gap for part in parts for text in _texts(part) for gap in gaps_in(text)]
    if gaps:
        shown = "、".join(dict.fromkeys(gaps[:5]))
        yield f"还有 {len(gaps)} 处待填（{shown}{'等' if len(gaps) > 5 else ''}）；请在文字说明和绩效指标里填好。"


def _texts(part: Part) -> Iterator[str]:
    yield from (str(getattr(part, name, "")) for name in ("name", "text", "definition"))
