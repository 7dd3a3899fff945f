"""The rows of the report: each a ratio of two servers that were asked in turn on the same machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from tests.bench.load import servers
from tests.bench.load.made import CODE, Made
from tests.bench.load.wrk import FEW, MANY, Speed, ask, ask_each

ROUNDS = 3
TABLE, EXPENDITURE = "03", "statements_expenditure"


@dataclass(frozen=True)
class Ratio:
    """Answers a second of ours and of the other's, and how many times as many ours are: minimum, median, maximum."""

    what: str
    against: str
    ours: float
    others: float
    ratios: tuple[float, ...]
    target: float

    @property
    def spread(self) -> tuple[float, float, float]:
        return min(self.ratios), median(self.ratios), max(self.ratios)

    @property
    def is_met(self) -> bool:
        return median(self.ratios) >= self.target


def kept_pages(made: Made, folder: Path) -> Iterator[Ratio]:
    """A table's page from memory, against its bytes as a file, by few readers and by many."""
    page = made.tables(TABLE)[0]
    files = (("WhiteNoise", servers.whitenoise, 1.5), ("nginx", servers.nginx, 0.4))
    for (name, other, target), readers in product(files, (FEW, MANY)):
        yield _in_turn(
            f"table page, kept, {readers} connections", f"its bytes by {name}", target,
            partial(_site, made, lambda base, readers=readers: _warm(base + page, readers)),
            partial(_file, made, folder, page, other, readers),
        )  # fmt: skip
    yield _in_turn(
        "table page, kept", "Datasette's table", 300,
        lambda: _site(made, lambda base: _warm(base + page)),
        lambda: _datasette(made, f"{EXPENDITURE}?disclosure_id__exact={made.numbers[0]}"),
    )  # fmt: skip


def kept_lists(made: Made) -> Iterator[Ratio]:
    """What programs ask for, from memory, against a page from there."""
    page, lines = made.tables(TABLE)[0], f"/api/v1/lines?table={TABLE}&limit=20"
    asked = {"lines for programs": lines, "search for programs": "/api/v1/search?q=20805"}
    for (what, address), readers in product(asked.items(), (FEW, MANY)):
        yield _in_turn(
            f"{what}, kept, {readers} connections", "table page, kept", 0.9,
            partial(_site, made, lambda base, address=address, readers=readers: _warm(base + address, readers)),
            partial(_site, made, lambda base, readers=readers: _warm(base + page, readers)),
        )  # fmt: skip


def first_pages(made: Made) -> Iterator[Ratio]:
    """Pages that nobody has asked for before, each once, against Datasette's of the same rows."""
    pages = made.tables(TABLE)
    yield _in_turn(
        "table page, first time", "Datasette's table", 3,
        lambda: _site(made, lambda base: ask_each(base, pages)),
        lambda: _datasette(made, f"{EXPENDITURE}?disclosure_id__exact={made.numbers[0]}"),
    )  # fmt: skip
    yield _in_turn(
        "table as json, first time", "Datasette's json", 3,
        lambda: _site(made, lambda base: ask_each(base, [f"{page.removesuffix('/')}.json" for page in pages])),
        lambda: _datasette(made, f"{EXPENDITURE}.json?disclosure_id__exact={made.numbers[0]}&_shape=array"),
    )  # fmt: skip
    years = sorted({front.split("/")[-2] for front in made.fronts})
    asked = [f"/codes/function/{CODE}/?year={year}&page={page}" for year in years for page in range(1, 9)]
    yield _in_turn(
        "code page, first time", "Datasette's code page", 4,
        lambda: _site(made, lambda base: ask_each(base, asked)),
        lambda: _datasette(made, f"{EXPENDITURE}?code__exact={CODE}"),
    )  # fmt: skip


def _in_turn(what: str, against: str, target: float, ours: Callable[[], Speed], other: Callable[[], Speed]) -> Ratio:
    """Both in each round, so that whatever else the machine does meets both."""
    rounds = [(ours(), other()) for _ in range(ROUNDS)]
    for mine, theirs in rounds:
        if mine.failed or theirs.failed:
            raise ValueError(f"{what} against {against}: {mine.failed} and {theirs.failed} answers were errors")
    return Ratio(
        what,
        against,
        median(mine.per_second for mine, _ in rounds),
        median(theirs.per_second for _, theirs in rounds),
        tuple(mine.per_second / theirs.per_second for mine, theirs in rounds),
        target,
    )


def _warm(address: str, connections: int = FEW) -> Speed:
    _bytes_of(address)
    return ask(address, connections)


def _site(made: Made, asked: Callable[[str], Speed]) -> Speed:
    with servers.site(made.database) as base:
        return asked(base)


def _file(made: Made, folder: Path, page: str, server: Callable, connections: int) -> Speed:
    """The same compressed bytes, by a server of files."""
    files = folder / "files"
    files.mkdir(exist_ok=True, mode=0o755)
    if not (files / servers.FILE).exists():
        with servers.site(made.database) as base:
            (files / servers.FILE).write_bytes(_bytes_of(base + page, "identity"))
            (files / f"{servers.FILE}.gz").write_bytes(_bytes_of(base + page))
    with server(folder) as base:
        return _warm(f"{base}/{servers.FILE}", connections)


def _datasette(made: Made, asked: str) -> Speed:
    with servers.datasette(made.database) as base:
        return _warm(f"{base}/{made.database.stem}/{asked}")


def _bytes_of(address: str, encoding: str = "gzip") -> bytes:
    with urlopen(Request(address, headers={"Accept-Encoding": encoding}), timeout=60) as answer:
        return answer.read()
