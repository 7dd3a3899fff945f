"""The whole register, in the order in which a disclosure is looked at."""

from disclosures.checks.register import performance, publication, tables, text
from disclosures.checks.rules import Rule

VERSION = "1"  # raised whenever a rule, a bound or a wording changes what is found

RULES: tuple[Rule, ...] = (*tables.RULES, *text.RULES, *performance.RULES, *publication.RULES)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
