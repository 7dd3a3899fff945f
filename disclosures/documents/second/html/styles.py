"""What the styles of a page say, as the second reading sees it: plain selectors against the open elements."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from disclosures.documents.second.html.colours import DRAWN

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PART = re.compile(r"([#.]?)(-?[A-Za-z_\u0080-\uffff][\w-]*|\*)|\[\s*([\w-]+)\s*(?:=\s*[\"']?([^\"'\]]*)[\"']?\s*)?\]")
_STEP = re.compile(r"\s*>\s*|\s+")
_SAID = {"display", "visibility", "font-size", "text-decoration", "text-decoration-line", "vertical-align", *DRAWN}


@dataclass(frozen=True)
class Element:
    """An open element as far as selectors ask."""

    tag: str
    attributes: Mapping[str, str]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


@dataclass(frozen=True)
class _Rule:
    steps: tuple[tuple[bool, list[tuple]], ...]  # whether right inside the step before, and what is asked of an element
    weight: tuple[int, int, int, int]
    said: dict[str, tuple[bool, str]]

    def fits(self, path: list[Element]) -> bool:
        return _fits(self.steps, path)


def _fits(steps: tuple, path: list[Element]) -> bool:
    """Whether the steps lead to the innermost element; all places where each can be are followed at once."""
    ends: Iterable[int] = [len(path) - 1]
    is_child = True
    for n, (inside, asked) in enumerate(reversed(steps)):
        if n:
            ends = [end - 1 for end in ends if end] if is_child else range(max(ends))
        ends = [end for end in ends if _is(path[end], asked)]
        if not ends:
            return False
        is_child = inside
    return True


def _is(element: Element, asked: list[tuple]) -> bool:
    return all(_answers(element, *attribute) for attribute in asked)


def _answers(element: Element, mark: str, name: str, attribute: str, value: str | None) -> bool:
    if attribute:
        return attribute in element.attributes and value in (None, element.attributes[attribute])
    if mark == "#":
        return element.attributes.get("id") == name
    return name in element.classes if mark == "." else name in ("*", element.tag)


@dataclass
class Sheet:
    """All rules of a page that say anything of how text is seen, by the last thing that each asks for."""

    rules: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0

    def add(self, text: str) -> None:
        for selectors, declarations in _blocks(_COMMENT.sub(" ", text.replace("<!--", " ").replace("-->", " "))):
            said = declared(declarations)
            for selector in selectors.split(",") if said else ():
                self._add(selector.strip(), said)

    def _add(self, selector: str, said: dict[str, tuple[bool, str]]) -> None:
        steps = _steps(selector)
        if not steps:
            return  # more than can be told here: if it matters, the readings differ
        asked = [part for _, step in steps for part in step]
        ids = sum(mark == "#" for mark, *_ in asked)
        classes = sum(mark == "." or bool(attribute) for mark, _, attribute, _ in asked)
        tags = sum(not mark and not attribute and name != "*" for mark, name, attribute, _ in asked)
        self.count += 1
        last = next((f"{mark}{name}" for mark, name, attribute, _ in steps[-1][1] if not attribute), "*")
        self.rules[last].append(_Rule(steps, (ids, classes, tags, self.count), said))

    def says(self, path: list[Element]) -> dict[str, str]:
        """What holds for the innermost of these elements."""
        element = path[-1]
        won: dict[str, tuple[tuple, str]] = {}
        keys = ("*", element.tag, f"#{element.attributes.get('id', '')}", *(f".{name}" for name in element.classes))
        for rule in (rule for key in keys for rule in self.rules.get(key, ())):
            if rule.fits(path):
                for prop, (important, value) in rule.said.items():
                    won[prop] = max(won.get(prop, ((), "")), ((important, (0, *rule.weight)), value))
        for prop, (important, value) in declared(element.attributes.get("style", "")).items():
            won[prop] = max(won.get(prop, ((), "")), ((important, (1,)), value))
        return {prop: value for prop, (_, value) in won.items()}


def declared(text: str) -> dict[str, tuple[bool, str]]:
    values = {}
    for declaration in _COMMENT.sub(" ", text).lower().split(";"):
        prop, _, value = declaration.partition(":")
        if prop.strip() in _SAID and value.strip():
            plain = value.replace("!important", "").strip()
            values[prop.strip()] = (plain != value.strip(), plain)
    return values


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold for every medium."""
    at = 0
    while (opening := text.find("{", at)) >= 0:
        head = text[at:opening].rpartition(";")[2].strip()
        closing = _closing(text, opening) if head.startswith("@") else text.find("}", opening)
        closing = len(text) if closing < 0 else closing
        if not head.startswith("@"):
            yield head, text[opening + 1 : closing]
        at = closing + 1


def _closing(text: str, opening: int) -> int:
    depth = 0
    for mark in re.finditer("[{}]", text[opening:]):
        depth += 1 if mark[0] == "{" else -1
        if not depth:
            return opening + mark.start()
    return -1


def _steps(selector: str) -> tuple:
    """The parts of a selector from outside to inside; nothing where it asks for more than names and attributes."""
    steps, is_child, at = [], False, 0
    while at < len(selector):
        asked = []
        while match := _PART.match(selector, at):
            asked.append((match[1] or "", _name(match), match[3] or "", match[4]))
            at = match.end()
        if not asked:
            return ()
        steps.append((is_child, asked))
        between = _STEP.match(selector, at)
        if not between:
            break
        is_child, at = ">" in between[0], between.end()
    return tuple(steps) if at == len(selector) else ()


def _name(match: re.Match) -> str:
    name = match[2] or ""
    return name if match[1] else name.lower()
