"""Reading in a process of its own, with bounded time and memory: for files that somebody else sends.

`python -m disclosures.documents.isolated.reader` is that process; it reaches no network where the machine
gives a way to leave it, reads one path a line and answers with the lines of `packing`.
"""

import json
import logging
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from disclosures.documents.isolated.offline import NetworkError, leave_network
from disclosures.documents.isolated.packing import failure, is_progress, packed, progress, unpacked
from disclosures.documents.isolated.workers import AnswerTooLongError, Worker, WorkerDiedError, WorkerTimeoutError
from disclosures.documents.items import Document, DocumentError
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.reading import read_document
from disclosures.documents.scans.progress import Listener, told_to
from disclosures.documents.traces.finding import write_cleaned

log = logging.getLogger(__name__)

_GRACE = 5  # seconds for starting the process and handing the items over


class IsolatedReader:
    """Reads files like `read_document`, each in a process that may die of it.

    The listener is told how many of all scanned pages of a file have been read.
    """

    def __init__(self, limits: Limits = DEFAULT, listener: Listener | None = None):
        self.limits = limits
        self.listener = listener
        self.scanned_pages = 0  # of the file that was read last
        self.worker = Worker([sys.executable, "-m", __name__], {"PYTHONPATH": str(Path(__file__).parents[3])})

    def read(self, path: Path) -> Document:
        """The file read twice, or a `DocumentError` that names it."""
        return self._asked(path)

    def clean(self, path: Path, target: Path) -> None:
        """Write a copy that tells nothing of those who worked on it, or raise a `DocumentError` that names the file."""
        self._asked(path, target=str(target.resolve()))

    def _asked(self, path: Path, **more: str) -> Document:
        limits, self.scanned_pages = self.limits, 0
        question = {"path": str(path.resolve()), "limits": asdict(limits), **more}
        try:
            most_bytes = limits.answer_megabytes << 20
            answer = self.worker.ask_for_many(question, limits.seconds + _GRACE, most_bytes, is_progress)
            return unpacked(answer, self._heard)
        except WorkerDiedError as error:
            log.warning("reading %s: %s", path.name, error)
            if isinstance(error, AnswerTooLongError):
                message = f"{path.name} 太大：读出的内容超过 {limits.answer_megabytes} MB，没有读入。"
            elif isinstance(error, WorkerTimeoutError):
                message = f"{path.name} 读了 {limits.seconds} 秒还没有读完，没有读入。"
            else:
                message = f"{path.name} 读不出来：内容有错，或者展开后太大，读取程序中断了。"
            raise DocumentError(message) from error

    def _heard(self, done: int, total: int) -> None:
        self.scanned_pages = total
        if self.listener:
            self.listener(done, total)

    def __enter__(self) -> "IsolatedReader":
        return self

    def __exit__(self, *_) -> None:
        self.worker.__exit__()


def _answer(question: dict) -> Iterator[object]:
    path, limits = Path(question["path"]), Limits(**question["limits"])
    try:
        if "target" in question:
            write_cleaned(path, Path(question["target"]), limits)
        else:
            yield from packed(read_document(path, limits))
    except DocumentError as error:
        yield failure(str(error))
    except (MemoryError, RecursionError):
        yield failure(f"{path.name} 展开后太大，没有读入。")


def _bound_memory(limits: Limits) -> None:
    size = limits.memory_megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer until the input ends; the answers alone go to the standard output, whatever a library prints."""
    answers, sys.stdout = sys.stdout, sys.stderr
    try:
        leave_network()
    except NetworkError as error:  # the readers fetch nothing; a converter, which might, refuses for itself
        log.warning("%s", error)
    bounded = False
    for line in sys.stdin:
        question = json.loads(line)
        if not bounded:
            _bound_memory(Limits(**question["limits"]))
            bounded = True
        with told_to(lambda done, total: _write(answers, progress(done, total))):
            for part in _answer(question):
                answers.write(json.dumps(part, ensure_ascii=False) + "\n")
        answers.write("\n")
        answers.flush()


def _write(answers: TextIO, part: object) -> None:
    answers.write(json.dumps(part) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
