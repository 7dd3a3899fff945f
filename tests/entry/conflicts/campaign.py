"""Random edits by four people at once, over the real admin: `python -m tests.entry.conflicts.campaign 2000 [SEED]`.

Each opens a page, lets some time pass, changes cells, adds, deletes and moves rows, saves, and where they are asked,
chooses at random. An oracle that knows nothing of how saves are compared then looks at what is stored.
"""

import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.entry.conflicts.browsing import Page, Person
from tests.entry.conflicts.oracle import Oracle, Place, Texts
from tests.entry.conflicts.site import PEOPLE, site

DRAFT = "/admin/statements/disclosure/1"
MOST_CHOICES = 12  # how often somebody is asked about one page before giving up


@dataclass(frozen=True)
class Form:
    """A page: its address, the fields of its form, its form set with fields, and whether rows come and go."""

    path: str
    own: tuple[str, ...] = ()
    prefix: str = ""
    fields: tuple[str, ...] = ()
    grows: bool = False

    @property
    def is_money(self) -> bool:
        return self.prefix == "income"

    def rows(self, inputs: Texts) -> dict[str, str]:
        """What each row's inputs begin with, by what the row is called, which nobody changes."""
        found = {}
        for n in range(int(inputs.get(f"{self.prefix}-TOTAL_FORMS", 0))):
            if place := inputs.get(f"{self.prefix}-{n}-place"):
                found[place] = f"{self.prefix}-{n}-"
        return found

    def texts(self, inputs: Texts) -> dict[Place, Texts]:
        """All that is followed on the page."""
        rows = {
            (self.path, place): {name: inputs[at + name] for name in self.fields}
            for place, at in self.rows(inputs).items()
        }
        return rows | ({(self.path, ""): {name: inputs[name] for name in self.own}} if self.own else {})


FORMS = (
    Form(
        f"{DRAFT}/parts/income/",
        prefix="income",
        fields=("total_income", "fiscal_appropriation", "business_income", "other_income"),
        grows=True,
    ),
    Form(f"{DRAFT}/parts/duty/", prefix="duty", fields=("text",), grows=True),
    Form(f"{DRAFT}/change/", own=("title", "change_note")),
    Form(
        "/admin/statements/performanceform/1/change/",
        own=("goal", "outcome"),
        prefix="performanceindicator",
        fields=("name", "target", "actual"),
    ),
)


@dataclass
class Edit:
    """What one person does on one page, until it is saved or given up."""

    form: Form
    inputs: Texts
    seen: dict[Place, Texts]
    cells: dict[tuple[str, str], str] = field(default_factory=dict)  # what is typed, by row and field
    added: dict[str, Texts] = field(default_factory=dict)
    deleted: dict[str, Texts] = field(default_factory=dict)

    def steps(self) -> list[tuple[Place, str, str, str]]:
        path = self.form.path
        return [
            ((path, row), name, self.seen[path, row][name], text)
            for (row, name), text in self.cells.items()
            if row not in self.deleted
        ]


class Clerk:
    """A person who edits at random."""

    def __init__(self, number: int, address: str, seed: int, oracle: Oracle):
        self.person, self.oracle = Person(address, PEOPLE[number]), oracle
        self.number, self.chance, self.words = number, random.Random(f"{seed}.{number}"), count(1)
        self.figures: Counter[str] = Counter()

    def edits(self, times: int) -> Counter[str]:
        for _ in range(times):
            self.edit(self.chance.choices(FORMS, (5, 3, 1, 2))[0])
        return self.figures

    def edit(self, form: Form) -> None:
        opened = self.person.open(form.path)
        self.figures["opened"] += 1
        edit = Edit(form, opened.inputs, form.texts(opened.inputs))
        self.type(edit)
        time.sleep(self.chance.random() * 0.3)
        for _ in range(MOST_CHOICES):
            answer = self.person.send(form.path, edit.inputs)
            if answer.status == 302:
                return self.accepted(edit)
            if answer.status != 200 or not answer.asked:
                raise AssertionError(f"{form.path}: {answer.status} {answer.mistakes} {edit}")
            self.choose(edit, answer)
        self.figures["given up"] += 1
        return None

    def accepted(self, edit: Edit) -> None:
        path, deleted = edit.form.path, {(edit.form.path, row): texts for row, texts in edit.deleted.items()}
        self.oracle.accepted(edit.steps(), {(path, row): texts for row, texts in edit.added.items()}, deleted)
        self.figures["accepted"] += 1
        for name, done in (("cells", edit.steps()), ("rows added", edit.added), ("rows deleted", edit.deleted)):
            self.figures[name] += len(done)

    def word(self, form: Form) -> str:
        """A text or an amount that nobody has typed before."""
        n = next(self.words)
        return f"{self.number + 1}{n:05}.{n % 100:02}" if form.is_money else f"{PEOPLE[self.number]} {n}"

    def type(self, edit: Edit) -> None:
        form, rows = edit.form, edit.form.rows(edit.inputs)
        few = list(rows)[:4] if self.chance.random() < 0.7 else list(rows)  # so that people meet
        for _ in range(self.chance.randint(1, 3)):
            if form.own and (not rows or self.chance.random() < 0.3):
                self.type_cell(edit, "", "", self.chance.choice(form.own))
            elif rows:
                row = self.chance.choice(few)
                self.type_cell(edit, row, rows[row], self.chance.choice(form.fields))
        if form.grows:
            self.change_rows(edit, rows, few)

    def type_cell(self, edit: Edit, row: str, at: str, name: str) -> None:
        word = self.word(edit.form) if row else f"{PEOPLE[self.number]} {next(self.words)}"
        edit.cells[row, name] = edit.inputs[f"{at}{name}"] = word

    def change_rows(self, edit: Edit, rows: dict[str, str], few: list[str]) -> None:
        chance = self.chance.random()
        if chance < 0.18 or len(rows) < 4:
            self.add_row(edit)
        elif chance < 0.34:
            row = self.chance.choice(few)
            edit.inputs[f"{rows[row]}DELETE"] = "on"
            edit.deleted[row] = edit.seen[edit.form.path, row]
        elif chance < 0.42:
            moved, before = self.chance.choice(few), self.chance.choice(few)
            edit.inputs[f"{rows[moved]}order"] = edit.inputs[f"{rows[before]}order"]

    def add_row(self, edit: Edit) -> None:
        form, place = edit.form, f"new {self.number}.{next(self.words)}"
        n = int(edit.inputs[f"{form.prefix}-TOTAL_FORMS"])
        texts = {name: self.word(form) if self.chance.random() < 0.6 or name == "text" else "" for name in form.fields}
        codes = {"code": "2010399", "name": place, "confirmed": "on"} if form.is_money else {}
        sent = texts | codes | {"place": place, "order": self.chance.choice(["", "2", "3"])}
        edit.inputs |= {f"{form.prefix}-{n}-{name}": text for name, text in sent.items()}
        edit.inputs[f"{form.prefix}-TOTAL_FORMS"] = str(n + 1)
        edit.added[place] = texts

    def choose(self, edit: Edit, answer: Page) -> None:
        """Choose for each conflict, in one of the ways that the page offers."""
        self.figures["refused"] += 1
        form, inputs = edit.form, answer.inputs
        edit.inputs, rows = inputs, {at: row for row, at in form.rows(inputs).items()}
        seen = form.texts(inputs)
        edit.deleted = {row: seen.get((form.path, row), texts) for row, texts in edit.deleted.items()}
        everything = self.chance.choice(["", "", "mine", "theirs"])
        for asked in answer.asked:
            is_mine = (everything or self.chance.choice(["mine", "theirs"])) == "mine"
            self.figures["chosen mine" if is_mine else "chosen theirs"] += 1
            inputs[asked.choice] = "mine" if is_mine else "theirs"
            *at, name = asked.choice.removeprefix("keep-").rsplit("-", 1)
            at = f"{at[0]}-" if at else ""
            self.chosen(edit, rows.get(at, ""), at, name, asked.now, is_mine)
        if everything:
            inputs["_keep"] = everything

    def chosen(self, edit: Edit, row: str, at: str, name: str, now: str, is_mine: bool) -> None:
        path = edit.form.path
        if name == "DELETE":
            if not is_mine:
                del edit.deleted[row]
                edit.cells = {key: text for key, text in edit.cells.items() if key[0] != row}  # the row as it is stored
        elif name == "row":
            self.again(edit, row, at, is_mine)
        elif name != "order" and is_mine:
            edit.seen[path, row] = edit.seen[path, row] | {name: now}
        elif name != "order":
            edit.cells.pop((row, name))

    def again(self, edit: Edit, row: str, at: str, is_mine: bool) -> None:
        """A row that somebody has deleted: given up, or added anew under another name."""
        edit.cells = {key: text for key, text in edit.cells.items() if key[0] != row}
        if is_mine:
            place = f"new {self.number}.{next(self.words)}"
            edit.inputs |= {f"{at}place": place} | ({f"{at}confirmed": "on"} if edit.form.is_money else {})
            edit.added[place] = {name: edit.inputs[f"{at}{name}"] for name in edit.form.fields}


def campaign(address: str, edits: int, seed: int) -> tuple[Counter[str], list[str]]:
    """So many edits on the site; what happened, and what is wrong in the end."""
    reader = Person(address, PEOPLE[0])

    def stored() -> dict[Place, Texts]:
        return {place: texts for form in FORMS for place, texts in form.texts(reader.open(form.path).inputs).items()}

    oracle = Oracle(stored())
    clerks = [Clerk(number, address, seed, oracle) for number in range(len(PEOPLE))]
    with ThreadPoolExecutor(len(clerks)) as pool:
        figures = sum(pool.map(lambda clerk: clerk.edits(edits // len(clerks)), clerks), Counter())
    return figures, oracle.faults(stored())


def main(edits: int, seed: int = 1) -> int:
    with TemporaryDirectory() as folder, site(Path(folder)) as address:
        began = time.monotonic()
        figures, faults = campaign(address, edits, seed)
        took = time.monotonic() - began
    sys.stdout.write(f"{edits} edits, seed {seed}, {took:.0f} s: {dict(figures)}; faults: {len(faults)}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
