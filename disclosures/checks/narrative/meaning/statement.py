"""One figure with what its clause says: which number it is, of what, compared with what."""

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.context import BUDGET, LAST_YEAR, Context
from disclosures.checks.narrative.meaning.figures import TextFigure
from disclosures.checks.narrative.meaning.meanings import Meaning, Mention, Role
from disclosures.checks.narrative.meaning.phrases.frames import Frame
from disclosures.checks.narrative.meaning.subjects import Subject, Thing

OF_PROJECTS = "项目"  # the kind of budget that is the sum of those of projects
MOVED = (Role.CHANGE, Role.DEVIATION)
_CHANGES = {LAST_YEAR: (Role.CHANGE, Role.GROWTH), BUDGET: (Role.DEVIATION, Role.DEVIATION_RATE)}
_RATES = {Role.CHANGE: Role.GROWTH, Role.DEVIATION: Role.DEVIATION_RATE}


def fitting(thing: Thing, figure: TextFigure, unit: Unit) -> Subject | None:
    """Of the subjects that are one thing, the one that such a figure can be about."""
    if unit == Unit.PERCENT:
        return next((one for one in thing if one.unit in (Unit.YUAN, Unit.PERCENT)), thing[0])
    counted = figure.counted
    return next((one for one in thing if one.unit == unit and (not one.counted or counted in one.counted)), None)


class Statement:
    """One figure with one way to understand its clause."""

    def __init__(self, context: Context, frame: Frame, figure: TextFigure, unit: Unit):
        self.context, self.frame, self.figure, self.unit = context, frame, figure, unit

    def meaning(self) -> Meaning | None:
        """The role that the words give the figure, with a subject that can have it."""
        frame = self.frame
        if frame.is_other:
            return None
        role = self._percentage() if self.unit == Unit.PERCENT else self._state()
        if not role or self._is_among_reasons(role):
            return None
        things = self._things(role)
        subject = fitting(things[0], self.figure, self.unit) if things else None
        if things and not subject and self.frame.budget == OF_PROJECTS:
            subject = things[0][0]  # what was budgeted for projects, which are counted themselves
        if not subject or (role == Role.ACTUAL and subject.unit != self.unit):
            return None
        whole = None
        if role == Role.SHARE:
            whole = self._whole(subject)
            if not whole:
                return None
        self._remember(role)
        return Meaning(
            role, subject, whole, self._budget(role), self._direction(role), things,
            named=things if frame.things else (), rows=frame.rows,
        )  # fmt: skip

    def _remember(self, role: Role) -> None:
        """For the next figures: of “比年初预算3.00万元增加…” the base, of “收入中财政拨款3.00万元，占…” the whole."""
        if self.frame.within:
            self.context.whole = self.frame.whole
        if role == Role.LAST or (role == Role.BUDGET and self.frame.compares):
            self.context.base = BUDGET if role == Role.BUDGET else LAST_YEAR
            self.context.which = self.frame.budget or ""

    # -----------------------------------------------------------------------------------------------------------------
    # Which number it is
    # -----------------------------------------------------------------------------------------------------------------

    def _state(self) -> Role | None:
        """The role of an amount, a count or a score."""
        frame = self.frame
        if frame.shares:
            return Role.BUDGET if frame.budget is not None and not frame.whole else None
        if frame.direction:
            return self._change(0)
        if frame.compares and not (frame.is_last or frame.budget is not None):
            return None
        if frame.is_last:
            return Role.LAST if frame.budget is None else None
        if frame.budget is not None:
            return Role.BUDGET if not frame.is_actual or frame.completes else None
        return Role.ACTUAL if self._is_stated() else None

    def _is_stated(self) -> bool:
        """Whether the words say that a figure of it follows."""
        frame = self.frame
        if frame.things:
            return True
        before = self.context.previous
        if frame.is_actual:
            return self.unit == Unit.YUAN and not self.figure.is_bare
        if not frame.says_nothing or not before or self.figure.is_bare:
            return False
        if before.role == Role.SHARE and before.meaning.named and self.unit == Unit.YUAN:
            return self._words() in (["为"], ["计"])  # “基本支出占60%，为10.00万元”
        if before.role != Role.ACTUAL:
            return False
        return len(self.context.things[:1]) == 1 and len(self.context.things[0]) > 1 and self._is_next_measure(before)

    def _is_next_measure(self, before: Mention) -> bool:
        """Whether the text goes on to count the same thing in another unit."""
        thing = self.context.things[0]
        return before.meaning.subject in thing and fitting(thing, self.figure, self.unit) != before.meaning.subject

    def _percentage(self) -> Role | None:
        frame = self.frame
        if frame.shares:
            return Role.COMPLETION if frame.budget is not None and not frame.whole else Role.SHARE
        if frame.is_rate:
            before = self.context.previous
            return _RATES.get(before.role) if before else None
        if frame.direction:
            return self._change(1)
        if frame.budget is not None:
            return None if frame.compares else Role.COMPLETION
        if self._is_of_budget_before():
            return Role.COMPLETION
        return Role.ACTUAL if frame.things else None

    def _is_of_budget_before(self) -> bool:
        """Of “完成全年预算10万元的50%” the percentage."""
        before = self.context.previous
        return bool(before and before.role == Role.BUDGET and self._words() == ["的"])

    def _words(self) -> list[str]:
        return [tile.row.phrase if tile.row else "" for tile in self.frame.tiles]

    def _change(self, place: int) -> Role | None:
        """An amount of change, or its percentage, against what the clause or the sentence compares with."""
        frame, context = self.frame, self.context
        before = context.previous
        if frame.is_last and frame.budget is not None:
            return None
        if frame.is_last:
            base = LAST_YEAR
        elif frame.budget is not None and (frame.compares or frame.completes):
            base = BUDGET
        elif frame.budget is not None:
            return None
        elif place and before and before.role in MOVED and not frame.things:
            base = LAST_YEAR if before.role == Role.CHANGE else BUDGET
        else:
            base = context.base
        if not base or (base == LAST_YEAR and not frame.things and not frame.is_actual and self._is_of_budget()):
            return None
        return _CHANGES[base][place]

    def _is_of_budget(self) -> bool:
        """Whether the sentence speaks of a budget, so that the change may be that of the budget."""
        before = self.context.of_sentence(Role.ACTUAL, Role.BUDGET, Role.COMPLETION)
        if not before or before.role != Role.BUDGET:
            return False
        return not self.context.of_sentence(Role.ACTUAL, subject=before.meaning.subject)

    def _is_among_reasons(self, role: Role) -> bool:
        """Whether the sentence gives reasons, in which only what is said in full is sure."""
        if not self.context.in_reason or role == Role.COMPLETION:
            return False
        before = self.context.previous
        if role in (Role.GROWTH, Role.DEVIATION_RATE):
            return not (before and before.role in MOVED and not self.frame.things)
        return not (role in MOVED and self.frame.things)

    # -----------------------------------------------------------------------------------------------------------------
    # Of what
    # -----------------------------------------------------------------------------------------------------------------

    def _things(self, role: Role) -> tuple[Thing, ...]:
        frame, context = self.frame, self.context
        before = context.previous
        if (frame.things and not frame.is_measure) or (frame.within and not frame.shares):
            return frame.things
        if frame.is_measure:
            return self._measured()
        if role in (Role.GROWTH, Role.DEVIATION_RATE) and before and before.role in MOVED:
            return self._of_change(before)
        if role == Role.ACTUAL and before and before.role == Role.SHARE and frame.says_nothing:
            return before.meaning.named
        if role == Role.SHARE and frame.each:
            return tuple((one.meaning.subject,) for one in context.parts())
        if role == Role.SHARE:
            part = context.of_sentence(Role.ACTUAL, Role.PART)
            return ((part.meaning.subject,),) if part else context.continued
        if role == Role.COMPLETION and self._is_of_budget_before():
            return ((before.meaning.subject,),)
        return context.continued

    def _of_change(self, before: Mention) -> tuple[Thing, ...]:
        """What the change is of; of two changes that were introduced by 各, the first."""
        return before.meaning.things if self.frame.each else ((before.meaning.subject,),)

    def _measured(self) -> tuple[Thing, ...]:
        """A count of what the text speaks of, where that can be counted so."""
        things = self.context.things
        if things and len(things[0]) > 1 and fitting(things[0], self.figure, self.unit):
            return things
        return self.frame.things

    def _whole(self, part: Subject) -> Subject | None:
        wholes = [self.frame.whole] if self.frame.whole else [self.context.whole, *self.context.wholes_of(part)]
        return next((one for named in wholes for one in named or () if one.key != part.key), None)

    def _budget(self, role: Role) -> str:
        if role == Role.COMPLETION and self._is_of_budget_before():
            return self.context.previous.meaning.budget
        if role in (Role.DEVIATION, Role.DEVIATION_RATE) and self.frame.budget is None:
            before = self.context.previous
            return before.meaning.budget if before and before.role == Role.DEVIATION else self.context.which
        return self.frame.budget or "" if role in (Role.BUDGET, Role.COMPLETION, *_CHANGES[BUDGET]) else ""

    def _direction(self, role: Role) -> str:
        if self.frame.is_rate:
            return self.context.previous.meaning.direction
        return self.frame.direction if role in (*_CHANGES[LAST_YEAR], *_CHANGES[BUDGET]) else ""
