"""A process of our own that answers lines of JSON with lines of JSON: what it dies of costs that answer only.

An answer is one line, or many and an empty one; it has a bound, because what asks must not die of it either.
"""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from tempfile import TemporaryFile
from time import monotonic

_CHUNK = 1 << 20
_MOST_BYTES = 1 << 20  # of an answer that is one line


class WorkerDiedError(Exception):
    """The process ended, or was ended, before it had answered."""


class WorkerTimeoutError(WorkerDiedError):
    """It was ended because its time was over."""


class AnswerTooLongError(WorkerDiedError):
    """It was ended because it answered more than was asked for."""


class Worker:
    """Starts its process when first asked, and again after it died; when we end, its input closes and it ends too."""

    def __init__(self, command: list[str], environment: dict[str, str] | None = None):
        self.command = command
        self.environment = os.environ | (environment or {})
        self.process: subprocess.Popen | None = None
        self.said = TemporaryFile()  # noqa: SIM115 - what it writes to its standard error, until `stop`

    def ask(self, question: object, seconds: float) -> object:
        """The answer to a question that is answered with one line, within that many seconds."""
        lines = self._answer(question, seconds, _MOST_BYTES)
        try:
            return json.loads(next(lines))
        finally:
            lines.close()

    def ask_for_many(
        self,
        question: object,
        seconds: float,
        most_bytes: int,
        is_progress: Callable[[bytes], bool] = lambda line: False,
    ) -> Iterator[object]:
        """The lines of an answer one by one, up to an empty one; who stops before it ends the process.

        With a line that says how far it has come the time begins anew.
        """
        is_whole = False
        try:
            for line in self._answer(question, seconds, most_bytes, is_progress):
                if is_whole := not line:
                    return
                yield json.loads(line)
        finally:
            if not is_whole:
                self.stop()

    def stop(self) -> None:
        """End the process and all that it started, and wait for it."""
        if not self.process:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
        self.process = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_) -> None:
        self.stop()
        self.said.close()

    def _last_words(self) -> str:
        """The line of its standard error that names the error: the last of a Python traceback, else the first."""
        self.said.seek(0)
        lines = self.said.read().decode(errors="replace").strip().splitlines()
        self.said.seek(0)
        self.said.truncate()
        return (lines[-1] if lines[0].startswith("Traceback") else lines[0]) if lines else ""

    def _running(self) -> subprocess.Popen:
        if not self.process:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.said,
                env=self.environment,
                bufsize=0,
                start_new_session=True,
            )
        return self.process

    def _answer(
        self,
        question: object,
        seconds: float,
        most_bytes: int,
        is_progress: Callable[[bytes], bool] = lambda line: False,
    ) -> Generator[bytes, None, None]:
        process = self._running()
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            yield from _lines(process.stdout.fileno(), seconds, most_bytes, is_progress)
        except (BrokenPipeError, EOFError) as error:
            self.stop()
            raise WorkerDiedError(f"died: {self._last_words()}") from error
        except (WorkerTimeoutError, AnswerTooLongError):
            self.stop()
            raise


def _lines(file: int, seconds: float, most_bytes: int, is_progress: Callable[[bytes], bool]) -> Iterator[bytes]:
    """The lines of a process's output as they come; an error when it ends, the time is over, or it is too much."""
    rest, total = bytearray(), 0
    until = monotonic() + seconds
    with DefaultSelector() as selector:
        selector.register(file, EVENT_READ)
        while selector.select(max(0.0, until - monotonic())):
            part = os.read(file, _CHUNK)
            total += len(part)
            if not part:
                raise EOFError
            if total > most_bytes:
                raise AnswerTooLongError(f"more than {most_bytes} bytes")
            rest += part
            if b"\n" in part:
                *lines, rest = rest.split(b"\n")
                if any(is_progress(bytes(line)) for line in lines):
                    until = monotonic() + seconds
                yield from map(bytes, lines)
    raise WorkerTimeoutError("timed out")
