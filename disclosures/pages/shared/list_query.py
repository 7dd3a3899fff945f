"""What a reader asks of a list: one answer to each question, and which page; written back in exactly one way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.functional import Promise

from disclosures.addresses.links import with_query
from disclosures.pages.shared.tools import Choice, Tool

MOST_DIGITS = 6  # of a page's number


@dataclass(frozen=True)
class Parameter:
    """`answers` are values for addresses with their words.

    The default, `usual` or else the first, stays out of addresses.
    """

    name: str
    title: str | Promise
    answers: tuple[tuple[str, str | Promise], ...]
    usual: str = ""
    is_tool: bool = True  # not where the page asks it by something of its own

    @property
    def default(self) -> str:
        return self.usual or (self.answers[0][0] if self.answers else "")

    def read(self, query: Mapping[str, str]) -> str:
        """The reader's answer; the default where it is none of the answers."""
        given = query.get(self.name, "")
        return given if given in dict(self.answers) else self.default

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return len(self.answers) > 1


@dataclass(frozen=True)
class ListQuery:
    """The answers by the names of the questions; `kept` is what else the address says, as it stands there."""

    questions: tuple[Parameter, ...]
    answers: Mapping[str, str]
    page: int = 1
    kept: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(
        cls, query: Mapping[str, str], *questions: Parameter, kept: tuple[tuple[str, str], ...] = ()
    ) -> "ListQuery":
        """From a query as Django parses it; what is not understood falls back to the default."""
        return cls(
            questions,
            {question.name: question.read(query) for question in questions},
            _page(query.get("page", "")),
            kept,
        )

    def __getitem__(self, name: str) -> str:
        return self.answers[name]

    @property
    def query(self) -> str:
        """The one query string that asks for this, without the question mark; "" for the defaults."""
        given = [
            (question.name, self[question.name])
            for question in self.questions
            if self[question.name] != question.default
        ]
        paged = [("page", str(self.page))] if self.page > 1 else []
        return urlencode([*self.kept, *given, *paged])

    def but(self, **answers: str) -> "ListQuery":
        """The same with some answers changed, from the first page on."""
        return replace(self, answers={**self.answers, **answers}, page=1)

    def on_page(self, number: int) -> "ListQuery":
        return replace(self, page=number)

    def tools(self, address: str) -> tuple[Tool, ...]:
        """Each question that leaves a choice, with a plain link for every answer."""
        return tuple(
            Tool(
                str(question.title),
                tuple(self._choice(address, question, value, words) for value, words in question.answers),
            )
            for question in self.questions
            if question.is_tool and question.is_open
        )

    def _choice(self, address: str, question: Parameter, value: str, words: str | Promise) -> Choice:
        href = with_query(address, self.but(**{question.name: value}))
        return Choice(str(words), href, value == self[question.name])


def _page(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 1
