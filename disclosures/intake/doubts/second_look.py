"""Two readings of one file compared: a figure that only one of them sees, or a cell in doubt, is told at its place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Cell, Grid, Item, Prose, Sighting
from disclosures.intake.files.bundles import file_of
from disclosures.intake.ledger import FATAL, WARNING, Ledger, Problem, printed_in

_TOLD = 40  # differences; a file that differs throughout is told so, not figure by figure
_REGION = re.compile(r"第 \d+ 页|表 \d+|.*(?=!)|第 \d+ [行段](?=第 \d+ 格)")
_LINE = re.compile(r"第 \d+ [行段]")


def report_doubts(ledger: Ledger) -> None:
    """Tell every cell that its own file makes doubtful; in a table of the disclosure it stops the import."""
    doubtful = [cell for cell in printed_in(ledger.items) if isinstance(cell, Cell) and cell.doubt]
    tables = _tables(ledger) if doubtful else set()
    for cell in doubtful:
        level = FATAL if _region(cell.place) in tables else WARNING
        ledger.problems.append(Problem(level, cell.place, cell.text, cell.doubt))


def report_differences(sightings: Iterable[Sighting], ledger: Ledger, items: Sequence[Item] | None = None) -> None:
    """Compare what was read with the second reading of the file, figure by figure, and tell each difference.

    `items` are those of the file where the ledger has more or fewer: of several files, or of one unit in it.
    """
    printed = list(printed_in(ledger.items))
    read, seen = _differing(printed if items is None else printed_in(items), sightings)
    if read == seen:
        return
    lost, added = _unmatched(seen - read, read - seen)
    problems = [*_problems(lost, "没有读出来"), *_problems(added, "读了出来，再看一遍文件却没有")]
    own = {_region(item.place) for item in printed}
    problems = [problem for problem in problems if items is None or _region(problem[0]) in own]
    tables = _tables(ledger)
    prose = {item.place for item in printed if isinstance(item, Prose)}
    for place, figure, message in problems[:_TOLD]:
        level = WARNING if place in prose or _region(place) not in tables else FATAL
        ledger.problems.append(Problem(level, place, figure, message))
    if len(problems) > _TOLD:
        place, figure, _ = problems[_TOLD]
        message = f"两次读出的数还有 {len(problems) - _TOLD} 处不同，没有一一列出。"
        ledger.problems.append(Problem(FATAL, place, figure, message))


def _differing(printed: Iterable[Cell | Prose], sightings: Iterable[Sighting]) -> tuple[Counter, Counter]:
    """Figures with their places, of the first reading and of the second, but where both see the same text."""
    texts: dict[str, list[str]] = defaultdict(list)
    for text, place in sightings:
        texts[place].append(text)
    read: Counter = Counter()
    for item in printed:
        text, place = item.text, item.place
        if texts.get(place) == [text]:
            del texts[place]
        else:
            read.update((figure, place) for figure in figures_in(text))
    return read, Counter(
        (figure, place) for place, seen in texts.items() for text in seen for figure in figures_in(text)
    )


def _unmatched(lost: Counter, added: Counter) -> tuple[Counter, Counter]:
    """What stays different where the second reading names only the page: there a figure may be anywhere on it."""
    elsewhere: Counter[tuple[str, str]] = Counter()
    for (figure, place), count in added.items():
        elsewhere[figure, _region(place)] += count
    for (figure, place), count in list(lost.items()):
        if place == _region(place):
            lost[figure, place] -= min(count, elsewhere[figure, place])
            elsewhere[figure, place] -= min(count, elsewhere[figure, place])
    left: Counter[tuple[str, str]] = Counter()
    for (figure, place), count in added.items():
        left[figure, place] = min(count, elsewhere[figure, _region(place)])
        elsewhere[figure, _region(place)] -= left[figure, place]
    return +lost, +left


def _problems(figures: Counter, what: str) -> Iterable[tuple[str, str, str]]:
    for (figure, place), count in figures.items():
        for _ in range(count):
            yield place, figure, f"{figure} {what}；请对照原件。"


def _tables(ledger: Ledger) -> set[str]:
    """The regions in which something was taken for a table: what differs there is a figure of the accounts.

    A row stands in one region, so that one of its cells tells which.
    """
    rows = (row for item in ledger.items if isinstance(item, Grid) for row in item.rows)
    used = (next((cell for cell in row if cell and ledger.is_used(cell)), None) for row in rows)
    return {_region(cell.place) for cell in used if cell}


def _region(place: str) -> str:
    """The page, table or sheet of a place; rows that lines of text draw are one region."""
    file = file_of(place)
    match = _REGION.match(place, len(file))
    return file + _LINE.sub("第 n 行", match[0]) if match else place
