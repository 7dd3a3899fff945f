"""LibreOffice, where it is installed, turns a file into a format that is read directly; it reaches no network."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosures.documents.converted.settings import write_profile
from disclosures.documents.isolated import offline
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import DEFAULT, Limits

_PROGRAMS = ("soffice", "libreoffice")

# By which filter LibreOffice opens an ending; without one it would open anything as plain text.
_FILTERS = {
    ".doc": "MS Word 97",
    ".wps": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".docx": "MS Word 2007 XML",
    ".et": "MS Excel 97",
    ".xls": "MS Excel 97",
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
}


def is_installed() -> bool:
    """Whether there is a LibreOffice that `converted` can use."""
    return _program() is not None


@contextmanager
def converted(path: Path, ending: str, limits: Limits = DEFAULT) -> Iterator[Path]:
    """The file as LibreOffice saves it under another ending, such as `.xlsx`; gone when the context is left.

    A formula whose result is not stored is calculated; what stands in other files or on the network stays out.
    """
    limits.check(path.name, "megabytes", path.stat().st_size // (1024 * 1024))
    program = _program()
    if not program:
        raise DocumentError(
            f"{path.name} 是旧格式（{path.suffix.lower()}），要装有 LibreOffice 才能读；也可以另存为 {ending} 再导入。"
        )
    with tempfile.TemporaryDirectory(prefix="office-") as name:
        folder = Path(name)
        write_profile(folder / "profile")
        status = _run(_command(program, path, ending, folder), path.name, folder, limits)
        if status == offline.NO_WAY:
            raise DocumentError(
                f"{path.name} 没有读入：这台机器不能让 LibreOffice 断开网络运行，请另存为 {ending} 再导入。"
            )
        file = folder / "out" / f"{path.stem}{ending}"
        if not file.exists():
            raise DocumentError(f"{path.name} 打不开：LibreOffice 认不出它的内容。")
        yield file


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _command(program: str, path: Path, ending: str, folder: Path) -> list[str]:
    """LibreOffice off the network, with a profile of its own."""
    return [
        sys.executable,
        "-I",
        offline.__file__,
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        f"--infilter={_FILTERS[path.suffix.lower()]}",
        "--convert-to",
        ending.removeprefix("."),
        "--outdir",
        str(folder / "out"),
        str(path.resolve()),
    ]


def _run(command: list[str], name: str, folder: Path, limits: Limits) -> int:
    """The exit status; all that was started ends when the time is over. It sees none of our settings and secrets."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment, cwd=folder, start_new_session=True,
    )  # fmt: skip
    try:
        return process.wait(timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"{name} 读了 {limits.seconds} 秒还没有读完，没有读入。") from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
