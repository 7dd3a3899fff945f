"""Whether every accepted edit is there until somebody who had seen it, or chosen over it, changed it.

Every text that is typed is typed once. So each accepted edit of a cell is a step from the text that its author saw to
the text that they typed, and the steps of a cell must be one way from its first text to its last: of two steps from the
same text one was overwritten by somebody who had not seen it, and a step that the way does not pass was lost.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from threading import Lock

Place = tuple[str, str]  # a page, and what its row is called; "" for the form of the page itself
Texts = dict[str, str]  # the texts of a row by field


@dataclass
class Oracle:
    """What was there at first and all that was accepted since, from several threads."""

    first: dict[Place, Texts]
    steps: dict[tuple[Place, str], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    deleted: dict[Place, list[Texts]] = field(default_factory=lambda: defaultdict(list))
    lock: Lock = field(default_factory=Lock)

    def accepted(
        self, steps: list[tuple[Place, str, str, str]], added: dict[Place, Texts], deleted: dict[Place, Texts]
    ) -> None:
        """A save went through: cells from what was seen to what was typed, new rows, deleted ones as seen."""
        with self.lock:
            for place, name, seen, typed in steps:
                self.steps[place, name].append((seen, typed))
            self.first.update(added)
            for place, texts in deleted.items():
                self.deleted[place].append(texts)

    def faults(self, last: dict[Place, Texts]) -> list[str]:
        """Everything that is not as it must be, given what is there in the end."""
        found = [f"{place} came from nowhere" for place in last if place not in self.first]
        for place, texts in self.first.items():
            ends = {name: self._end(place, name, text, found) for name, text in texts.items()}
            if place in last and place in self.deleted:
                found.append(f"{place} is there again")
            elif place in last:
                wrong = [
                    f"{name}: {end} became {last[place][name]}"
                    for name, end in ends.items()
                    if end != last[place][name]
                ]
                found += [f"{place} {one}" for one in wrong]
            elif ends not in self.deleted[place]:
                found.append(f"{place} is gone, and nobody who deleted it had seen {ends}")
        return found

    def _end(self, place: Place, name: str, text: str, found: list[str]) -> str:
        """The last text of a cell, by the steps that were accepted."""
        steps = dict(self.steps[place, name])
        if len(steps) < len(self.steps[place, name]):
            found.append(f"{place} {name}: overwritten unseen: {self.steps[place, name]}")
        while text in steps:
            text = steps.pop(text)
        if steps:
            found.append(f"{place} {name}: lost: {steps}")
        return text
