"""Answers on disk: made once, read by every process of the machine and, without any of them, by a proxy.

    build       by which code they were made; those of another are removed when a server starts
    content/    bodies, each named by what it holds; text is compressed by gzip
    heads/      for each address headers and the name of its body
    pages/      for each address its body again, as a hard link: what a proxy serves
    gone/       what is being removed

What is found here is asked for again with its ETag before it is given, unless the database is away. For that, and for
the proxy, what stands here must be right: `following` takes away what a publication makes old.
"""

import gzip
import json
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from uuid import uuid4

from disclosures.drafts import draft
from disclosures.serving.asking import LARGE, Answer
from disclosures.serving.keeping.contents import Contents, DamagedError
from disclosures.serving.keeping.kept import Kept, is_text, kept_of

UNSEEN = -2  # the stamp of what was found: it is given once Django has said that it is still right
_PIECE = 1 << 18
_PACKED = ".gz"
logger = logging.getLogger(__name__)


class Tree:
    """The answers below a folder, for one version of the code."""

    def __init__(self, root: Path, build: str):
        self.root, self._build = root, build
        self.heads, self.pages, self.gone = root / "heads", root / "pages", root / "gone"
        self.contents = Contents(root / "content")

    def begin(self) -> None:
        """Make it ready, without what other code made; other processes may be at the same."""
        self.root.mkdir(parents=True, exist_ok=True)
        if not self.is_ours():
            self.drop_all()
            with draft(self.root / "build") as file:
                file.write(self._build.encode())

    def is_there(self) -> bool:
        """Whether anything was ever kept, by any code."""
        return (self.root / "build").exists()

    def is_ours(self) -> bool:
        """Whether it is kept for this version of the code; an older process keeps nothing any more."""
        with suppress(OSError):
            return (self.root / "build").read_text() == self._build
        return False

    def find(self, place: PurePosixPath) -> Kept | None:
        """What is kept at the place; what is damaged is removed, as if it had never been there."""
        try:
            head = json.loads((self.heads / place).read_bytes())
            return _kept(head, self.contents.checked(head["content"]))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, KeyError, TypeError, DamagedError) as error:
            logger.warning("%s is damaged and will be made again: %s", place, error)
            self.remove(place)
            return None

    def has(self, place: PurePosixPath) -> bool:
        """Whether something is kept there."""
        return (self.heads / place).exists()

    def put(self, place: PurePosixPath, answer: Answer, is_current: Callable[[], bool]) -> bool:
        """Keep a good answer at the place, if it is current once it stands there.

        Whoever publishes takes away what stands there after the database has changed; whoever keeps looks at the
        database after putting something there. So one of the two sees it.
        """
        is_packed = is_text(answer)
        try:
            if not self.is_ours():
                return False
            body = self.contents.add(_pieces(answer), is_packed)
            _link(body, self.pages / _named(place, is_packed))
            head = {"headers": answer.headers, "content": body.name, "is_packed": is_packed, "length": _length(answer)}
            with draft(self.heads / place) as file:
                file.write(json.dumps(head).encode())
        except OSError as error:
            logger.warning("%s could not be kept: %s", place, error)
            self.remove(place)
            return False
        if not is_current():
            self.remove(place)
            return False
        return True

    def remove(self, place: PurePosixPath) -> None:
        """Take away what stands at one place; it may be named as a proxy finds it."""
        named = place.with_suffix("") if place.suffix == _PACKED else place
        for path in (self.heads / named, self.pages / named, self.pages / _named(named, True)):
            with suppress(OSError):
                path.unlink()

    def drop_all(self) -> None:
        """Take everything away at once."""
        self.drop(self.heads, self.pages)

    def drop(self, *paths: Path) -> None:
        """Take away files and folders, each at once, however much it holds; `clear` removes them at leisure."""
        for path in paths:
            try:
                self.gone.mkdir(parents=True, exist_ok=True)
                path.rename(self.gone / uuid4().hex)
            except FileNotFoundError:
                pass
            except OSError:  # a full disk has no room even for a folder
                _remove(path)

    def clear(self) -> None:
        """Remove what was taken away."""
        if self.gone.exists():
            for path in self.gone.iterdir():
                _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _kept(head: dict, body: Path) -> Kept | None:
    headers = [(name, value) for name, value in head["headers"]]
    if head["length"] > LARGE:
        etag = Answer(200, headers).header("etag")
        return Kept(200, headers, etag, UNSEEN, {}, file=body, is_packed=head["is_packed"])
    data = body.read_bytes()
    return kept_of(Answer(200, headers, gzip.decompress(data) if head["is_packed"] else data), UNSEEN)


def _named(place: PurePosixPath, is_packed: bool) -> PurePosixPath:
    return place.with_name(f"{place.name}{_PACKED}") if is_packed else place


def _pieces(answer: Answer) -> Iterator[bytes]:
    if not answer.file:
        yield answer.body
        return
    with answer.file.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _length(answer: Answer) -> int:
    return answer.file.stat().st_size if answer.file else len(answer.body)


def _link(body: Path, at: Path) -> None:
    """Another name of the file, in place of whatever stands there."""
    at.parent.mkdir(parents=True, exist_ok=True)
    new = at.with_name(f".{uuid4().hex}")
    new.hardlink_to(body)
    new.replace(at)
    new.unlink(missing_ok=True)  # replacing a link to the same file leaves both
