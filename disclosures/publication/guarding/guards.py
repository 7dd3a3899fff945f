"""What the database itself refuses, whoever asks: any change to what was submitted or published.

The guards are read off the models and the table of steps; `triggers` writes them in the language of the database.
A new kind of part is guarded as soon as it stands in `PARTS`, by the next `migrate`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db import models

from disclosures.publication.parts import PART_NAMES, links
from disclosures.publication.steps import STEPS, Step
from disclosures.statements.fields import field_of
from disclosures.statements.models import State

DRAFTS_ONLY = "已提交或已公开的决算不能改动；要更正，请退回修改或另建新版。"
BEGINS_AS_DRAFT = "新的一版要从草稿开始。"
OTHER_REVISION = "一行内容不能移到另一份决算，也不能挂在另一份决算的自评表下。"
ADDRESS_IS_FIXED = "单位已有提交或公开的决算，它的行政区划和编码不能改动。"
MARK_IS_FIXED = "单位已有提交或公开的决算，不能再改它是不是虚构的。"
STEP_IS_FIXED = "走过的步骤不能改动，也不能删除。"
LIST_IS_FIXED = "签过名的清单不能改动，也不能删除。"
QUESTION_BEGINS_OPEN = "读者的提问要从待答复开始。"
TWO_PERSONS = "答复和公开要由两个人决定，也不能公开没有答复的问题。"
QUESTION_IS_FIXED = "读者问的和已经公开的问答不能改动，也不能删除。"
SOURCE_IS_FIXED = "收到的原始文件不能改动。"

# Whether a row must stay as it is: SQL over that row.
FROZEN_PART = "(SELECT d.state FROM statements_disclosure d WHERE d.id = {row}.disclosure_id{lock}) <> 'draft'"
FROZEN_DISCLOSURE = "{row}.state <> 'draft'"
FROZEN_UNIT = "EXISTS (SELECT 1 FROM statements_disclosure d WHERE d.unit_id = {row}.id AND d.state <> 'draft')"
FROZEN_SOURCE = FROZEN_STEP = FROZEN_LIST = "{row}.id IS NOT NULL"

FROZEN_QUESTION = "{row}.state IN ('published', 'withdrawn')"

# What a made-up unit published may be removed, and only removed: SQL over the row that goes.
REAL_PART = (
    "NOT (SELECT u.is_made_up FROM statements_disclosure d JOIN statements_unit u ON u.id = d.unit_id"
    " WHERE d.id = OLD.disclosure_id)"
)
REAL_DISCLOSURE = "NOT (SELECT u.is_made_up FROM statements_unit u WHERE u.id = OLD.unit_id)"


@dataclass(frozen=True)
class Wording:
    """Where the conditions differ between databases: a comparison that knows NULL, a lock on a row that is read."""

    differs: str
    lock: str = ""

    def changed(self, fields: list[models.Field]) -> str:
        """Whether an UPDATE changes any of the fields."""
        return " OR ".join(f'OLD."{field.column}" {self.differs} NEW."{field.column}"' for field in fields) or "1 = 0"

    def frozen(self, condition: str, row: str) -> str:
        """One of the conditions above, over that row."""
        return condition.format(row=row, lock=self.lock)


@dataclass(frozen=True)
class Check:
    """A condition over OLD and NEW under which the database refuses, and the sentence that it gives."""

    condition: str
    message: str


@dataclass(frozen=True)
class Guard:
    """All that is checked before one event (INSERT, UPDATE or DELETE) on a row of one table."""

    model: type[models.Model]
    frozen: str
    event: str
    checks: tuple[Check, ...]


def guards(apps: Apps, wording: Wording) -> Iterator[Guard]:
    """The guards for the models as `apps` has them, which in an old migration may be fewer than today."""
    known = {model._meta.label: model for model in apps.get_models()}
    marked = _has_mark(known["statements.Unit"])
    yield from _of_disclosure(known["statements.Disclosure"], wording, marked)
    yield from _of_unit(known["statements.Unit"], wording)
    yield from _of_source(known["statements.SourceDocument"], wording)
    if "publication.StepTaken" in known:
        yield from _of_step(known["publication.StepTaken"])
    if "publication.DigestList" in known:
        yield from _of_list(known["publication.DigestList"])
    if "publication.ReaderQuestion" in known:
        yield from _of_question(known["publication.ReaderQuestion"], wording)
    for name in PART_NAMES:
        if name in known:
            yield from _of_part(known[name], wording, marked)


def _has_mark(unit: type[models.Model]) -> bool:
    """Whether units say that they are made up; those of an old migration do not."""
    return any(field.name == "is_made_up" for field in unit._meta.concrete_fields)


def _of_part(model: type[models.Model], wording: Wording, marked: bool) -> Iterator[Guard]:
    old, new = (Check(wording.frozen(FROZEN_PART, row), DRAFTS_ONLY) for row in ("OLD", "NEW"))
    moved = Check(wording.changed([field_of(model, "disclosure")]), OTHER_REVISION)
    strays = [Check(_strays(link), OTHER_REVISION) for link in links(model)]
    yield Guard(model, FROZEN_PART, "INSERT", (new, *strays))
    yield Guard(model, FROZEN_PART, "UPDATE", (old, moved, *strays))
    yield Guard(model, FROZEN_PART, "DELETE", (_unless_made_up(old, REAL_PART, marked),))


def _unless_made_up(check: Check, real: str, marked: bool) -> Check:
    return Check(f"({check.condition}) AND {real}", check.message) if marked else check


def _strays(link: models.ForeignKey) -> str:
    """Whether a row hangs below a row of another revision. The names in it are the models' own."""
    table, column = link.related_model._meta.db_table, link.column
    return f'(SELECT p.disclosure_id FROM {table} p WHERE p.id = NEW."{column}") <> NEW.disclosure_id'  # noqa: S608


def _of_disclosure(model: type[models.Model], wording: Wording, marked: bool) -> Iterator[Guard]:
    old, new = (wording.frozen(FROZEN_DISCLOSURE, row) for row in ("OLD", "NEW"))
    steps = " OR ".join(_is_step(step, model, wording) for step in STEPS)
    edited = f"OLD.state = '{State.DRAFT}' AND NEW.state = '{State.DRAFT}'"
    yield Guard(model, FROZEN_DISCLOSURE, "INSERT", (Check(new, BEGINS_AS_DRAFT),))
    yield Guard(model, FROZEN_DISCLOSURE, "UPDATE", (Check(f"NOT ({edited} OR {steps})", DRAFTS_ONLY),))
    yield Guard(
        model, FROZEN_DISCLOSURE, "DELETE", (_unless_made_up(Check(old, DRAFTS_ONLY), REAL_DISCLOSURE, marked),)
    )


def _is_step(step: Step, model: type[models.Model], wording: Wording) -> str:
    fixed = [field for field in model._meta.concrete_fields if field.name not in step.sets]
    return f"(OLD.state = '{step.source}' AND NEW.state = '{step.target}' AND NOT ({wording.changed(fixed)}))"


def _of_unit(model: type[models.Model], wording: Wording) -> Iterator[Guard]:
    fixed: dict[tuple[str, ...], str] = {("id", "region", "code"): ADDRESS_IS_FIXED}
    if _has_mark(model):
        fixed["is_made_up",] = MARK_IS_FIXED
    checks = tuple(Check(_changed_when_frozen(model, names, wording), message) for names, message in fixed.items())
    yield Guard(model, FROZEN_UNIT, "INSERT", ())
    yield Guard(model, FROZEN_UNIT, "UPDATE", checks)


def _changed_when_frozen(unit: type[models.Model], names: tuple[str, ...], wording: Wording) -> str:
    changed = wording.changed([field_of(unit, name) for name in names])
    return f"({changed}) AND {wording.frozen(FROZEN_UNIT, 'OLD')}"


def _of_source(model: type[models.Model], wording: Wording) -> Iterator[Guard]:
    yield Guard(model, FROZEN_SOURCE, "INSERT", ())
    yield Guard(
        model, FROZEN_SOURCE, "UPDATE", (Check(wording.changed(list(model._meta.concrete_fields)), SOURCE_IS_FIXED),)
    )


def _of_step(model: type[models.Model]) -> Iterator[Guard]:
    """A step that was taken stays; with a made-up unit it goes."""
    yield Guard(model, FROZEN_STEP, "INSERT", ())
    yield Guard(model, FROZEN_STEP, "UPDATE", (Check("1 = 1", STEP_IS_FIXED),))
    yield Guard(model, FROZEN_STEP, "DELETE", (Check(REAL_PART, STEP_IS_FIXED),))


def _of_list(model: type[models.Model]) -> Iterator[Guard]:
    """A list that was signed stays."""
    yield Guard(model, FROZEN_LIST, "INSERT", ())
    for event in ("UPDATE", "DELETE"):
        yield Guard(model, FROZEN_LIST, event, (Check("1 = 1", LIST_IS_FIXED),))


# What a reader wrote and where, and what is shown of the answer; the address to write to may always go.
_ASKED = ("id", "disclosure", "place", "subject", "text", "key", "asked_at")
_SAID = (*_ASKED, "answer", "answered_by", "answered_at", "digest")


def _of_question(model: type[models.Model], wording: Wording) -> Iterator[Guard]:
    """What was asked stays; what was shown stays, too, and is taken down at most; two persons decide to show it."""
    asked, said = (wording.changed([field_of(model, name) for name in names]) for names in (_ASKED, _SAID))
    old = wording.frozen(FROZEN_QUESTION, "OLD")
    moved = "NOT (NEW.state = OLD.state OR (OLD.state = 'published' AND NEW.state = 'withdrawn'))"
    to_public = "NEW.state = 'published' AND OLD.state <> 'published'"
    alone = "NEW.shown_by_id IS NULL OR NEW.answered_by_id IS NULL OR NEW.shown_by_id = NEW.answered_by_id"
    yield Guard(model, FROZEN_QUESTION, "INSERT", (Check("NEW.state <> 'open'", QUESTION_BEGINS_OPEN),))
    yield Guard(
        model,
        FROZEN_QUESTION,
        "UPDATE",
        (
            Check(asked, QUESTION_IS_FIXED),
            Check(f"{old} AND ({moved} OR {said})", QUESTION_IS_FIXED),
            Check(f"{to_public} AND (OLD.state <> 'answered' OR NEW.answer = '' OR {alone})", TWO_PERSONS),
            Check("NEW.state = 'withdrawn' AND OLD.state NOT IN ('published', 'withdrawn')", QUESTION_IS_FIXED),
        ),
    )
    yield Guard(model, FROZEN_QUESTION, "DELETE", (Check(f"{old} AND {REAL_PART}", QUESTION_IS_FIXED),))
