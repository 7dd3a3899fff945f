"""A process of our own that answers one line of JSON with one line of JSON: what it dies of costs that answer only."""

import json
import os
import signal
import subprocess
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from tempfile import TemporaryFile
from time import monotonic

_CHUNK = 1 << 20


class WorkerDiedError(Exception):
    """The process ended, or was ended because its time was over, before it answered."""

    def __init__(self, timed_out: bool, last_words: str):
        super().__init__("timed out" if timed_out else f"died: {last_words}")
        self.timed_out = timed_out


class Worker:
    """Starts its process when first asked, and again after it died; when we end, its input closes and it ends too."""

    def __init__(self, command: list[str], environment: dict[str, str] | None = None):
        self.command = command
        self.environment = os.environ | (environment or {})
        self.process: subprocess.Popen | None = None
        self.said = TemporaryFile()  # noqa: SIM115 - what it writes to its standard error, until `stop`

    def ask(self, question: object, seconds: float) -> object:
        """The answer to a question, within that many seconds."""
        process = self._running()
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            return json.loads(self._line(process, monotonic() + seconds))
        except (BrokenPipeError, EOFError, TimeoutError) as error:
            self.stop()
            raise WorkerDiedError(isinstance(error, TimeoutError), self._last_words()) from error

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

    def _line(self, process: subprocess.Popen, until: float) -> bytes:
        """One line of the process's output, or an error when it ends or the time is over."""
        parts: list[bytes] = []
        with DefaultSelector() as selector:
            selector.register(process.stdout, EVENT_READ)
            while not (parts and parts[-1].endswith(b"\n")):
                if not selector.select(max(0.0, until - monotonic())):
                    raise TimeoutError
                part = os.read(process.stdout.fileno(), _CHUNK)
                if not part:
                    raise EOFError
                parts.append(part)
        return b"".join(parts)
