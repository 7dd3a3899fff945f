"""The figures of self-evaluation forms: each with its label, its text and the field where it stands."""

from decimal import Decimal
from functools import lru_cache

from django.db.models import Model

from disclosures.amounts import places_of
from disclosures.checks.cell_figures import with_unit
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import FieldLabel, FormName
from disclosures.checks.spots import FormSpot
from disclosures.statements.fields import Amount, field_of
from disclosures.statements.lines import Part
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.statements.numbers import number_in

NOTHING = Decimal(0)
_PARTS = {PerformanceForm: "", PerformanceIndicator: "indicator", PerformanceTask: "task"}
_KINDS = {PerformanceIndicator: "指标", PerformanceTask: "任务"}


@lru_cache(maxsize=4096)
def number(text: str) -> Decimal | None:
    """The exact number that the whole text is; None for words and for nothing. Source: a field of a form."""
    return number_in(text)


@lru_cache(maxsize=4096)
def decimals(text: str) -> int:
    """With how many decimals a number is printed; source: the text of a field."""
    return max(0, places_of(number(text) or NOTHING))


def half_step(text: str, at_least: int = 0) -> Decimal:
    """How far the number behind a printed one may be, in its own unit; `at_least` decimals count as printed."""
    return Decimal(5).scaleb(-max(decimals(text), at_least) - 1)


def name_of(form: PerformanceForm) -> FormName:
    """What findings call a form."""
    is_of_unit = form.kind == PerformanceForm.UNIT
    return FormName("" if is_of_unit else form.name, is_of_unit)


def spot_of(form: Form, part: Part, name: str) -> FormSpot:
    """Where a field of the form, or of one of its tasks or indicators, stands."""
    kind = _PARTS[type(part)]
    item = part.position if kind else 0
    return FormSpot(part.place or form.form.place, form.form.position, name, kind, item)


def figure(form: Form, part: Part, name: str, unit: Unit, half: Decimal = NOTHING) -> Figure:
    """A printed figure that is no amount, as the exact number printed; `half` is its half step in the same unit."""
    known = form.figures.get((id(part), name))
    if known is None or known.unit != unit or known.half_step != half:
        text = getattr(part, name)
        spot = spot_of(form, part, name)
        known = Figure(number(text), _label(form, part, name), _text(text, unit), unit, spot, half)
        form.figures[id(part), name] = known
    return known


def amount(loaded: LoadedDisclosure, form: Form, part: PerformanceForm | PerformanceTask, column: str) -> Figure:
    """An amount of a form or task in 元, exact, with the half step of the disclosure's precision."""
    precision = loaded.disclosure.precision
    text = with_unit(part.text(column, precision), precision)
    label, spot = _label(form, part, column), spot_of(form, part, column)
    return Figure(getattr(part, column), label, text, Unit.YUAN, spot, precision.half_step)


def points(form: Form, part: Part, name: str) -> Figure:
    """Points as printed; what has two decimals or more may have been rounded, what has fewer was given as it stands."""
    return figure(form, part, name, Unit.POINTS, _tail(getattr(part, name)))


@lru_cache(maxsize=4096)
def _tail(text: str) -> Decimal:
    return half_step(text) if decimals(text) > 1 else NOTHING


def percent(form: Form, part: Part, name: str) -> Figure:
    """A percentage as printed, with half a step of its last decimal."""
    return figure(form, part, name, Unit.PERCENT, half_step(getattr(part, name)))


def _text(text: str, unit: Unit) -> str:
    if not text:
        return "空白"
    return text if not unit or unit in text or number(text) is None else f"{text}{_GAPS.get(unit, ' ')}{unit}"


_GAPS = {Unit.PERCENT: ""}


def _label(form: Form, part: Part, name: str) -> FieldLabel:
    kind, title = _KINDS.get(type(part), ""), _title(type(part), name, form.form.kind)
    return FieldLabel(name_of(form.form), title, kind, getattr(part, "name", "") if kind else "")


@lru_cache(maxsize=64)
def _title(model: type[Model], name: str, kind: str) -> str:
    """What the form calls a field; that of a whole unit says 部门 where that of a project says 项目."""
    field = field_of(model, name)
    titles = field.titles if isinstance(field, Amount) and kind == PerformanceForm.UNIT else ()
    return next((title for title in titles if title.startswith("部门")), str(field.verbose_name))
