"""Contradictions put on purpose into a made-up document: what a typist or a careless form would leave in it."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from disclosures.demo.made_up import MadeUp

WRONG = tuple(Decimal(step) for step in (-20_000, -10_000, 10_000, 30_000))  # 元: more than any rounding explains


def plant(random: Random, made: MadeUp) -> str:
    """Change the document in one way that fits it; the sentence says what was done, "" where no way fits."""
    ways = list(WAYS)
    random.shuffle(ways)
    return next((done for way in ways if (done := way(random, made))), "")


def _other_amount(number: str, column: str) -> Callable[[Random, MadeUp], str]:
    """One figure of a table is not what the others make of it."""

    def way(random: Random, made: MadeUp) -> str:
        lines = [line for line in made.lines[number] if (getattr(line, column) or 0) > max(map(abs, WRONG))]
        if not lines:
            return ""
        line, wrong = random.choice(lines), random.choice(WRONG)
        setattr(line, column, getattr(line, column) + wrong)
        return f"公开{number}表“{line.name}”的{line.column(column).title}改动 {wrong} 元"

    return way


def _other_score(random: Random, made: MadeUp) -> str:
    """A form's total is not the sum of its points."""
    forms = [form.form for form in made.forms if form.form.total_score]
    if not forms:
        return ""
    form = random.choice(forms)
    form.total_score = f"{Decimal(form.total_score) - Decimal(random.choice(('1', '0.5', '2')))}"
    return f"“{form.name}”的总得分改成 {form.total_score}"


def _no_reason(random: Random, made: MadeUp) -> str:
    """Points were lost and nobody says why."""
    lost = [indicator for form in made.forms for indicator in form.indicators if indicator.score != indicator.weight]
    for indicator in random.sample(lost, min(len(lost), 2)):
        indicator.deviation, indicator.improvement = {}, ""
    return "扣了分没有写原因" if lost else ""


def _no_table(random: Random, made: MadeUp) -> str:
    """A table is not there at all."""
    number = random.choice(("07", "08", "09"))
    made.lines[number].clear()
    del made.heads[number]
    return f"缺公开{number}表"


WAYS = (
    _other_amount("03", "total_expenditure"),
    _other_amount("05", "total"),
    _other_amount("06", "amount"),
    _other_amount("07", "actual"),
    _other_score,
    _no_reason,
    _no_table,
)
