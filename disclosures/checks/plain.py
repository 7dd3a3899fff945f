"""Results and figures of the text as plain data, for keeping, pages and the command; amounts are texts in 元, exact."""

from dataclasses import asdict
from decimal import Decimal

from disclosures.checks.narrative.links import Link, Sign
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity, Unit
from disclosures.checks.spots import spot_from


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
        "label": figure.label,
        "place": figure.spot.place if figure.spot else "",
        "spot": figure.spot.as_data() if figure.spot else None,
    }


def result_from(data: dict) -> Result:
    """The result that `result_as_data` was made from, without the parts of its sums."""
    return Result(
        rule=data["rule"],
        outcome=Outcome(data["outcome"]),
        message=data["message"],
        left=_figure_from(data["left"]),
        right=_figure_from(data["right"]),
        bound=Decimal(data["bound"]),
        severity=Severity(data["severity"]),
        is_suspected_loss=data["is_suspected_loss"],
    )


def link_as_data(link: Link) -> dict:
    """A figure of the text with what became of it; its value is exact, as text."""
    return asdict(link) | {"value": _number(link.value)}


def link_from(data: dict) -> Link:
    """The link that `link_as_data` was made from."""
    return Link(**data | {"value": Decimal(data["value"]), "unit": Unit(data["unit"]), "sign": Sign(data["sign"])})


def _figure_from(data: dict | None) -> Figure | None:
    if data is None:
        return None
    value = None if data["value"] is None else Decimal(data["value"])
    return Figure(value, data["label"], data["text"], Unit(data["unit"]), spot_from(data["spot"]))


def _number(value: Decimal) -> str:
    return f"{value:f}"
