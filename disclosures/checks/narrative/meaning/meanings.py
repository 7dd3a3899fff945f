"""What a figure of the text means: which number of which subject it is."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from disclosures.checks.figures import Figure
from disclosures.checks.labels import TextLabel, inner
from disclosures.checks.narrative.meaning.figures import TextFigure
from disclosures.checks.narrative.meaning.phrases.rows import Row
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject, Thing
from disclosures.checks.spots import TextSpot
from disclosures.statements.models import Paragraph

_MORE = ("增加", "增长", "上升", "提高")


class Role(StrEnum):
    """Which number of its subject a figure is."""

    ACTUAL = "数"
    PART = "其中的一项"
    LAST = "上年数"
    BUDGET = "预算数"
    CHANGE = "比上年增减数"
    GROWTH = "比上年增减幅度"
    SHARE = "比重"
    COMPLETION = "预算完成比例"
    DEVIATION = "比预算增减数"
    DEVIATION_RATE = "比预算增减幅度"


@dataclass(frozen=True)
class Meaning:
    """`whole` is what a share or a part belongs to; `budget` the word that says which budget; `direction` the word for
    more or less.

    `things` are what the figure and those listed with it are about, `named` what its own clause names of them; `rows`
    are the phrases of the vocabulary that say all this.
    """

    role: Role
    subject: Subject
    whole: Subject | None = None
    budget: str = ""
    direction: str = ""
    things: tuple[Thing, ...] = ()
    named: tuple[Thing, ...] = ()
    rows: tuple[Row, ...] = ()

    def of(self, subject: Subject) -> "Meaning":
        """The same of another subject, for the next figure of a list."""
        return replace(self, subject=subject)

    @property
    def key(self) -> tuple[str, ...]:
        """The same for two figures that say the same."""
        whole = self.whole.key if self.whole and self.role == Role.SHARE else ""
        return self.role, self.subject.key, whole, self.budget

    @property
    def is_more(self) -> bool:
        """Whether the word for a change says more."""
        return self.direction in _MORE

    @property
    def words(self) -> str:
        """The meaning as a reader would say it."""
        title = self.subject.title
        return {
            Role.ACTUAL: title,
            Role.PART: f"{self.whole.title if self.whole else ''}中的“{title}”",
            Role.LAST: f"{title}的上年数",
            Role.BUDGET: f"{title}的{self.budget}预算数",
            Role.CHANGE: f"{title}比上年{self.direction}的数",
            Role.GROWTH: f"{title}比上年{self.direction}的百分比",
            Role.SHARE: f"{title}占{self.whole.title if self.whole else ''}的比重",
            Role.COMPLETION: f"{title}完成{self.budget}预算的百分比",
            Role.DEVIATION: f"{title}比{self.budget}预算{self.direction}的数",
            Role.DEVIATION_RATE: f"{title}比{self.budget}预算{self.direction}的百分比",
        }[self.role]


@dataclass(frozen=True)
class Mention:
    """A figure where it stands, with its meaning if one is known; `sentence` numbers the sentences of the paragraph."""

    paragraph: Paragraph
    printed: TextFigure
    spot: TextSpot
    meaning: Meaning | None = None
    sentence: int = 0
    clause: str = ""  # the words before it, from the last mark on, with which its section speaks
    scope: Scope | None = None
    each: int = 0  # its place in a list that 各 introduces, where each figure is of what is named next; from 1

    @property
    def role(self) -> Role | None:
        return self.meaning.role if self.meaning else None

    @cached_property
    def figure(self) -> Figure:
        """For results: value and half step as `TextFigure` has them."""
        term = inner(self.meaning.words) if self.meaning else "这个数"
        text = " ".join(self.printed.text.split())
        label, printed = TextLabel(term), self.printed
        return Figure(printed.value, label, text, printed.unit, self.spot, printed.half_step)
