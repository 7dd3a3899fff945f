"""Reading in a process of its own, with bounded time and memory: for files that somebody else sends.

`python -m disclosures.documents.isolation` is that process; it reads one path a line and answers with the items.
"""

import json
import logging
import resource
import sys
from dataclasses import asdict, astuple
from pathlib import Path

from disclosures.documents.items import (
    BLANK,
    Aside,
    Cell,
    Document,
    DocumentError,
    Grid,
    Item,
    Prose,
    Sighting,
    Unreadable,
)
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.reading import read_document
from disclosures.documents.workers import Worker, WorkerDiedError

log = logging.getLogger(__name__)

_FLAT = {"Prose": Prose, "Unreadable": Unreadable, "Aside": Aside}

_GRACE = 5  # seconds for starting the process and handing the items over


class IsolatedReader:
    """Reads files like `read_document`, each in a process that may die of it."""

    def __init__(self, limits: Limits = DEFAULT):
        self.limits = limits
        self.worker = Worker([sys.executable, "-m", __name__], {"PYTHONPATH": str(Path(__file__).parents[2])})

    def read(self, path: Path) -> Document:
        """The file read twice, or a `DocumentError` that names it."""
        question = {"path": str(path.resolve()), "limits": asdict(self.limits)}
        try:
            answer = self.worker.ask(question, self.limits.seconds + _GRACE)
        except WorkerDiedError as error:
            log.warning("reading %s: %s", path.name, error)
            if error.timed_out:
                message = f"{path.name} 读了 {self.limits.seconds} 秒还没有读完，没有读入。"
            else:
                message = f"{path.name} 读不出来：内容有错，或者展开后太大，读取程序中断了。"
            raise DocumentError(message) from error
        if "error" in answer:
            raise DocumentError(answer["error"])
        items, sightings = answer["items"], answer["sightings"]
        return Document(
            [_unpacked(item) for item in items],
            None if sightings is None else [Sighting(*sighting) for sighting in sightings],
        )

    def __enter__(self) -> "IsolatedReader":
        return self

    def __exit__(self, *_) -> None:
        self.worker.__exit__()


def _packed(item: Item) -> list:
    if not isinstance(item, Grid):
        return [type(item).__name__, *astuple(item)]
    return [
        "grid",
        item.place,
        item.title,
        [[list(cell) if cell else None for cell in row] for row in item.rows],
    ]


def _unpacked(item: list) -> Item:
    kind, *values = item
    if kind in _FLAT:
        return _FLAT[kind](*values)
    place, title, rows = values
    return Grid(place, tuple(tuple(Cell(*cell) if cell else BLANK for cell in row) for row in rows), title)


def _answer(question: dict) -> dict:
    limits = Limits(**question["limits"])
    try:
        document = read_document(Path(question["path"]), limits)
        return {"items": [_packed(item) for item in document.items], "sightings": document.sightings}
    except DocumentError as error:
        return {"error": str(error)}
    except (MemoryError, RecursionError):
        return {"error": f"{Path(question['path']).name} 展开后太大，没有读入。"}


def _bound_memory(limits: Limits) -> None:
    size = limits.memory_megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer until the input ends; the answers alone go to the standard output, whatever a library prints."""
    answers, sys.stdout = sys.stdout, sys.stderr
    bounded = False
    for line in sys.stdin:
        question = json.loads(line)
        if not bounded:
            _bound_memory(Limits(**question["limits"]))
            bounded = True
        answers.write(json.dumps(_answer(question), ensure_ascii=False) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
