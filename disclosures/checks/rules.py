"""What a rule is: a code, words for citizens and for clerks, its basis and weight, and how it is looked at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from disclosures.checks.outcomes import Result, Severity
from disclosures.statements.loaded import LoadedDisclosure


class Kind(StrEnum):
    """What a rule watches over, as inspections of published accounts group it."""

    ACCURACY = "accuracy"
    COMPLETENESS = "completeness"
    TIMELINESS = "timeliness"
    FORM = "form"


KIND_TITLES = {
    Kind.ACCURACY: "数字是否对得上",
    Kind.COMPLETENESS: "内容是否齐全",
    Kind.TIMELINESS: "公开是否及时",
    Kind.FORM: "格式和用语是否规范",
}


class Basis(StrEnum):
    """Why the relation should hold."""

    ARITHMETIC = "算术关系：部分加起来等于总数"
    FORM = "表样：同一个数印在两张表里"
    SCORING = "绩效自评表的计分办法"
    PUBLICATION = "地方预决算公开操作规程（2016 年）"
    PRACTICE = "公开文本的通行写法"


@dataclass(frozen=True)
class Rule:
    """A line of the register; `check` gives a result for every relation of this kind in a disclosure.

    Its words are Chinese, and messages of the catalogue, which has them in the other language.
    """

    code: str
    title: str  # for citizens: what should hold
    advice: str  # for clerks: what to do when it does not
    example: str
    basis: Basis
    kind: Kind
    check: Callable[[str, LoadedDisclosure], Iterable[Result]]
    severity: Severity = Severity.ERROR
    exact: bool = False  # whether no difference is ever rounding
    left: str = ""  # what a side is called that stands nowhere: a sum, a quotient, a limit
    right: str = ""
