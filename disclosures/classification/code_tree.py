"""The codes of one table as a tree: what stands below what, for each page, file and rule that follows codes upwards."""

from collections.abc import Iterable

from disclosures.classification.codes import level_of, parents_of


class CodeTree:
    """Each code stands below the longest other code of the table that it begins with; classes stand below "".

    That is by what is printed, not by the official list: a table may leave out a level, or have one of its own.
    """

    def __init__(self, codes: Iterable[str]):
        self.children: dict[str, list[str]] = {code: [] for code in (*codes, "")}
        for code in self.codes:
            self.children[self.parent(code)].append(code)

    def __contains__(self, code: str) -> bool:
        return bool(code) and code in self.children

    @property
    def codes(self) -> tuple[str, ...]:
        """Each once, in the order given."""
        return tuple(filter(None, self.children))

    @property
    def leaves(self) -> tuple[str, ...]:
        """The codes that no other stands below."""
        return tuple(code for code in self.codes if not self.children[code])

    @property
    def has_siblings(self) -> bool:
        """Whether two codes stand directly below the same one, or below none."""
        return any(len(below) > 1 for below in self.children.values())

    def above(self, code: str) -> tuple[str, ...]:
        """The codes of the table that it stands below, outermost first."""
        return tuple(code[:length] for length in range(1, len(code)) if code[:length] in self.children)

    def parent(self, code: str) -> str:
        """The code that it stands directly below; "" for none."""
        return next(reversed(self.above(code)), "")

    def depth(self, code: str) -> int:
        """1 for 类, 2 for 款, 3 for 项; a code of another length is one deeper than what it stands below."""
        return len(parents_of(code)) + 1 if level_of(code) else len(self.above(code)) + 1
