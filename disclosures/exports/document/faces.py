"""Which installed fonts a PDF is set in: offices name fonts of Windows, and few servers have them."""

import io
import re
import shutil
import subprocess
from functools import cache
from zipfile import ZipFile

from disclosures.exports.deflated import deflated

_SERIF = ("Source Han Serif SC", "思源宋体", "Noto Serif CJK SC", "AR PL UMing CN")
_SANS = ("Source Han Sans SC", "思源黑体", "Noto Sans CJK SC", "WenQuanYi Zen Hei")

# The font that the Word file names, and what looks like it, the likest first.
ALIKE = {
    "仿宋": ("FangSong", "仿宋_GB2312", "FZFangSong-Z02", "STFangsong", "华文仿宋", *_SERIF),
    "黑体": ("SimHei", "FZHei-B01", "STHeiti", "华文黑体", *_SANS),
    "楷体": ("KaiTi", "楷体_GB2312", "FZKai-Z03", "STKaiti", "华文楷体", "AR PL UKai CN", *_SERIF),
    "宋体": ("SimSun", "FZShuSong-Z01", "STSong", "华文宋体", *_SERIF),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", *_SERIF),
}
_ASKED = "fc-list"
_NAMED = re.compile('(?<=")(?:' + "|".join(ALIKE) + ')(?=")')


def in_installed_faces(word: bytes) -> bytes:
    """The Word file with fonts of this machine in the place of those that it lacks; left alone, LibreOffice takes one
    font without serifs for all of them, and headings look like text.
    """
    faces = {name: _installed_like(name) for name in ALIKE}
    with ZipFile(io.BytesIO(word)) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    return deflated((name, _renamed(part, faces) if name.endswith(".xml") else part) for name, part in parts)


def _renamed(part: bytes, faces: dict[str, str]) -> bytes:
    return _NAMED.sub(lambda found: faces[found[0]], part.decode()).encode()


def _installed_like(name: str) -> str:
    return next((face for face in (name, *ALIKE[name]) if face in _installed()), name)


@cache
def lacks_chinese() -> bool:
    """Whether no font is Chinese, so that a PDF would be full of boxes; False where nobody can be asked."""
    return shutil.which(_ASKED) is not None and not _listed(":lang=zh-cn")


@cache
def _installed() -> frozenset[str]:
    """The names of all fonts, in every language that a font has one in; none where nobody can be asked."""
    return frozenset(_listed(":")) if shutil.which(_ASKED) else frozenset()


def _listed(pattern: str) -> set[str]:
    command = [_ASKED, pattern, "family"]
    listed = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
    return {family.strip() for line in listed.splitlines() for family in line.split(",")}
