"""The whole register, in the order in which a disclosure is looked at."""

from disclosures.checks.briefs import Brief
from disclosures.checks.outcomes import Result
from disclosures.checks.register import performance, publication, tables, text
from disclosures.checks.rules import Kind, Rule

VERSION = "5"  # raised whenever a rule, a bound or a wording changes what is found

RULES: tuple[Rule, ...] = (*tables.RULES, *text.RULES, *performance.RULES, *publication.RULES)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}

_NOT_ABOUT_FIGURES = (Kind.COMPLETENESS, Kind.TIMELINESS)


def is_about_what_is_missing(result: Result | Brief) -> bool:
    """Whether a broken result tells of something that is not there: only two sides can differ."""
    rule = BY_CODE.get(result.rule)
    return bool(rule and rule.kind in _NOT_ABOUT_FIGURES) or not result.has_two_sides
