"""Formats of older office programs: LibreOffice turns them into one that is read directly, where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from disclosures.documents.items import DocumentError, Item
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.word import read_word
from disclosures.documents.workbook import read_workbook

_PROGRAMS = ("soffice", "libreoffice")

# By which filter LibreOffice opens an ending; without one it would open anything as plain text.
_FILTERS = {
    ".doc": "MS Word 97",
    ".wps": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".et": "MS Excel 97",
}


def read_old_word(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """A .doc, .wps, .rtf or .odt by way of .docx."""
    return _by_way_of("docx", read_word, path, limits)


def read_old_workbook(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """An .et by way of .xlsx."""
    return _by_way_of("xlsx", read_workbook, path, limits)


def _by_way_of(ending: str, reader, path: Path, limits: Limits) -> list[Item]:
    limits.check(path.name, "megabytes", path.stat().st_size // (1024 * 1024))
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if not program:
        kind = path.suffix.lower()
        raise DocumentError(
            f"{path.name} 是旧格式（{kind}），要装有 LibreOffice 才能读；也可以另存为 .{ending} 再导入。"
        )
    with tempfile.TemporaryDirectory(prefix="office-") as name:
        folder = Path(name)
        _convert(program, ending, path, folder, limits)
        converted = folder / "out" / f"{path.stem}.{ending}"
        if not converted.exists():
            raise DocumentError(f"{path.name} 打不开：LibreOffice 认不出它的内容。")
        return reader(converted, limits)


def _convert(program: str, ending: str, path: Path, folder: Path, limits: Limits) -> None:
    """Run LibreOffice with a profile of its own, without macros, and end all of it when the time is over."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    opened_as = f"--infilter={_FILTERS[path.suffix.lower()]}"
    command = [
        program,
        profile,
        "--headless",
        "--norestore",
        opened_as,
        "--convert-to",
        ending,
        "--outdir",
        str(folder / "out"),
    ]
    process = subprocess.Popen(
        [*command, str(path.resolve())],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise DocumentError(f"{path.name} 读了 {limits.seconds} 秒还没有读完，没有读入。") from error
