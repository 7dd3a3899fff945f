"""Results and figures of the text as plain data, for the command and for keeping; amounts are texts in 元, exact."""

from dataclasses import asdict
from decimal import Decimal

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import label_as_data, label_from
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import spot_from
from disclosures.checks.wording.chinese import Span, Told
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation


def result_as_data(result: Result) -> dict:
    """Both sides with their places, the difference, the bound, and the sentence."""
    difference = result.difference
    return {
        "key": result.key,
        "rule": result.rule,
        "outcome": result.outcome.value,
        "severity": result.severity.value,
        "left": figure_as_data(result.left),
        "right": figure_as_data(result.right),
        "difference": None if difference is None else _number(difference),
        "bound": _number(result.bound),
        "message": result.message,
        "is_suspected_loss": result.is_suspected_loss,
    }


def figure_as_data(figure: Figure | None) -> dict | None:
    """The exact value as text, null where nothing is printed; `place` is where the source has it."""
    if figure is None:
        return None
    return {
        "value": None if figure.value is None else _number(figure.value),
        "unit": figure.unit.value,
        "text": figure.text,
        "label": str(figure.label),
        "place": figure.spot.place if figure.spot else "",
        "spot": figure.spot.as_data() if figure.spot else None,
    }


def result_as_kept(result: Result) -> dict:
    """The same with its codes, with the labels as structure, and with where the sentence names each side."""
    return result_as_data(result) | {
        "relation": result.relation,
        "reason": result.reason,
        "labels": [side and label_as_data(side.label) for side in (result.left, result.right)],
        "named": [result.told.left, result.told.right],
    }


def result_from(data: dict) -> Result:
    """The result that was kept, without the parts of its sums; its sentence stays as it was told then."""
    left, right = (_figure_from(data[side], label) for side, label in zip(_SIDES, data["labels"], strict=True))
    spans = [tuple(Span(*span) for span in named) for named in data["named"]]
    return Result(
        rule=data["rule"],
        outcome=Outcome(data["outcome"]),
        relation=data["relation"] and Relation(data["relation"]),
        left=left,
        right=right,
        bound=Decimal(data["bound"]),
        severity=Severity(data["severity"]),
        reason=data["reason"] and Reason(data["reason"]),
        is_suspected_loss=data["is_suspected_loss"],
        recorded=Told(data["message"], *spans),
    )


_SIDES = ("left", "right")


def link_as_data(link: Link) -> dict:
    """A figure of the text with what became of it; its value is exact, as text."""
    return asdict(link) | {"value": _number(link.value)}


def link_from(data: dict) -> Link:
    """The link that `link_as_data` was made from."""
    return Link(**data | {"value": Decimal(data["value"]), "unit": Unit(data["unit"]), "sign": TextSign(data["sign"])})


def _figure_from(data: dict | None, label: dict) -> Figure | None:
    if data is None:
        return None
    value = None if data["value"] is None else Decimal(data["value"])
    return Figure(value, label_from(label), data["text"], Unit(data["unit"]), spot_from(data["spot"]))


def _number(value: Decimal) -> str:
    return f"{value:f}"
