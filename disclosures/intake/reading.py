"""`read_disclosure`: a file becomes the parts of a disclosure, not yet saved, with the book of how it was read."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from disclosures.amounts import AmountUnit, Precision
from disclosures.documents.items import Cell, Document, Item, Prose, Unreadable
from disclosures.documents.reading import read_document
from disclosures.documents.traces.trace import Trace
from disclosures.intake.blocks import Block, blocks_and_prose
from disclosures.intake.bundles import file_of, files_in, read_files
from disclosures.intake.captions import Caption, read_caption
from disclosures.intake.figures import usual_decimals
from disclosures.intake.ledger import FATAL, Ledger, Problem
from disclosures.intake.levels import set_levels
from disclosures.intake.names import complete_names, report_unknown_codes
from disclosures.intake.narrative import paragraphs_of
from disclosures.intake.overview import duties_in, terms_in, units_in, units_listed
from disclosures.intake.performance import FormReading, read_form
from disclosures.intake.recognise import Recognised, goes_on, recognise
from disclosures.intake.rows.lines import lines_of
from disclosures.intake.second_look import report_differences, report_doubts
from disclosures.intake.units import Share, chosen, listed, shares_in
from disclosures.intake.wording import AMOUNT_IN_TEXT, COVER, EMPTY_NOTE, YEAR, bare
from disclosures.statements.lines import ClassifiedLine, Part, StatementLine
from disclosures.statements.models import STATEMENTS, Chapter, Duty, Paragraph, StatementHead, Term, UnitInScope


@dataclass
class StatementReading:
    """One recognised table: what is printed around it, and its lines."""

    head: StatementHead
    lines: list[StatementLine]
    caption: Caption


@dataclass
class Reading:
    """All that a file says, in the order of the document; amounts are 元, exact."""

    ledger: Ledger
    precision: Precision
    statements: dict[str, StatementReading] = field(default_factory=dict)
    forms: list[FormReading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    units: list[UnitInScope] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)  # what the file tells of those who worked on it
    files: list[dict[str, str]] = field(default_factory=list)  # name and SHA-256, where it was read from several
    part: str = ""  # which of several units in the file was asked for

    @property
    def title(self) -> str:
        """What the cover says."""
        return next((one.text for one in self.paragraphs if one.chapter == Chapter.COVER), "")

    @property
    def unit_name(self) -> str:
        """The unit's name as most tables print it, else as the cover does."""
        printed = _most(one.caption.unit_name for one in self.statements.values())
        cover = COVER.match(self.title)
        return printed or (cover["name"].strip() if cover else "")

    @property
    def year(self) -> int | None:
        """The year that most tables print, else the one on the cover."""
        found = YEAR.search(self.title)
        return _most(one.caption.year for one in self.statements.values()) or (int(found[1]) if found else None)

    @property
    def has_figures(self) -> bool:
        """Whether any table holds an amount."""
        lines = (line for one in self.statements.values() for line in one.lines)
        return any(value is not None for line in lines for value in line.amounts.values())

    @property
    def is_text_alone(self) -> bool:
        """Whether this is the text of a disclosure: it speaks of accounts, has headings and no table left over."""
        texts = [one.text for one in self.paragraphs]
        speaks = any("决算" in text for text in texts) and any(map(AMOUNT_IN_TEXT.search, texts))
        has_headings = any(one.level for one in self.paragraphs)
        return speaks and has_headings and not any(isinstance(one, Cell) for one in self.ledger.left_over())

    def parts(self) -> Iterator[Part]:
        """Every part, parents before children, each with its position in the document set."""
        for statement in self.statements.values():
            yield statement.head
            yield from statement.lines
        yield from chain(self.paragraphs, self.duties, self.units, self.terms)
        for form in self.forms:
            yield form.form
            yield from form.tasks
            yield from (row.indicator for row in form.rows)


def read_disclosure(path: Path, read: Callable[[Path], Document] = read_document, part: str = "") -> Reading:
    """Read a file, or several that `bundles` holds; of several units in it the one that `part` names or numbers.

    Raises `DocumentError` where it is no document, and keeps everything else as problems.
    """
    documents = read_files(path, read)
    shares = shares_in([item for document in documents for item in document.items])
    share = chosen(shares, part) if part else shares[0]
    reading = read_items(share.items)
    reading.files, reading.part = files_in(path), part
    reading.traces = [trace for document in documents for trace in document.traces]
    for document in documents:
        if document.sightings is not None:
            whole = len(documents) == len(shares) == 1
            report_differences(document.sightings, reading.ledger, None if whole else document.items)
    _report_shares(reading, shares, share)
    _report_joined(reading)
    _report_whole(reading, path.name)
    return reading


def _report_shares(reading: Reading, shares: list[Share], share: Share) -> None:
    """Where a file holds several units, one must be asked for, and its text must be its own."""
    if len(shares) == 1:
        return
    problems = reading.ledger.problems
    if not reading.part:
        ask = f"{listed(shares)}；请用 --part 写明读哪一个（序号或单位名称）。"
        problems.insert(0, Problem(FATAL, shares[1].place, shares[1].name, ask))
    if len(share.covers) > 1:
        names = "、".join(share.covers)
        problems.append(Problem(FATAL, share.place, share.name, f"分不清文字是哪个单位的：封面有{names}。"))
    if reading.part:
        left = [one for one in shares if one is not share]
        reading.ledger.warn_at(left[0].place, left[0].name, f"{listed(shares)}；只读了{share.name or '要求的一个'}。")


def _report_joined(reading: Reading) -> None:
    """Whether the files that were given as one disclosure speak of one unit and year."""
    if not reading.files or not reading.statements:
        return
    where = next(iter(reading.statements.values())).head.place
    cover, year = COVER.match(reading.title), YEAR.search(reading.title)
    if year and reading.year and int(year[1]) != reading.year:
        message = f"几个文件不是同一年度的：文字是 {year[1]} 年度，表是 {reading.year} 年度。"
        reading.ledger.problems.append(Problem(FATAL, where, reading.title, message))
    names = [bare(reading.unit_name), bare(cover["name"])] if cover else []
    if names and names[0] not in names[1] and names[1] not in names[0]:
        message = f"几个文件里的单位名称不同：文字是{names[1]}，表是{names[0]}；请确认是同一份决算。"
        reading.ledger.warn_at(where, reading.title, message)


def _report_whole(reading: Reading, name: str) -> None:
    """A file without tables is the text of a disclosure or none at all; tables without any figure are a blank form."""
    ledger = reading.ledger
    if reading.statements and not reading.has_figures:
        message = f"{name} 是空白表样：找到 {len(reading.statements)} 张表，没有一个数。"
    elif reading.statements or ledger.has_fatal:
        return
    elif reading.is_text_alone:
        ledger.warn_at(reading.paragraphs[0].place, reading.title, "只有文字，没有一张决算表；作为不完整的草稿读入。")
        return
    else:
        titles = "、".join(f"《{model.title}》" for model in STATEMENTS.values())
        message = f"在 {name} 里没有找到任何一张决算表；找过的有：{titles}。"
    ledger.problems.append(Problem(FATAL, name, "", message))


def read_items(items: list[Item]) -> Reading:
    """Give the grids and prose of a document their meaning."""
    ledger = Ledger(items)
    for item in items:
        if isinstance(item, Unreadable):
            ledger.warn_at(item.place, "", item.reason)
    blocks, prose = blocks_and_prose(items)
    blocks = [block for block in blocks if block.rows]
    listed = {id(block): units_listed(block, ledger) for block in blocks}
    blocks = [block for block in blocks if not listed[id(block)]]
    tables, forms = _sorted_out([(block, read_caption(block.caption, block.grid.title)) for block in blocks], ledger)
    reading = Reading(ledger, _precision(tables, prose, ledger))
    for table in tables:
        _add(reading, table)
    reading.forms = [read_form(caption, grids, reading.precision, ledger) for caption, grids in forms]
    set_levels([(form.form, form.rows) for form in reading.forms], ledger)
    _read_text(reading, prose, chain.from_iterable(listed.values()))
    classified = [line for line in reading.parts() if isinstance(line, ClassifiedLine)]
    complete_names(classified, reading.year, ledger)
    report_unknown_codes(classified, reading.year, ledger)
    _number(reading)
    report_doubts(ledger)
    return reading


def _sorted_out(
    captioned: list[tuple[Block, Caption]], ledger: Ledger
) -> tuple[list[Recognised], list[tuple[Caption, list[Block]]]]:
    """The statements, and the forms with all their grids: one without a caption goes on with the one above."""
    tables: list[Recognised] = []
    forms: list[tuple[Caption, list[Block]]] = []
    last, in_form = None, False
    for block, caption in captioned:
        if caption.is_form:
            forms.append((caption, [block]))
            in_form = True
        elif in_form and not block.caption:
            forms[-1][1].append(block)
        elif not (last and not block.caption and goes_on(last, block, ledger)):
            in_form = False
            if last := recognise(block, caption, ledger):
                tables.append(last)
    return tables, forms


def _precision(tables: list[Recognised], prose: list[Prose | None], ledger: Ledger) -> Precision:
    """The unit that most tables state, and the decimals that most figures have."""
    unit = _most(table.amount_unit for table in tables) or _unit_in_words(tables, prose, ledger)
    figures = (
        row[position]
        for table in tables
        for row in table.rows
        for fields in table.fields
        for position in fields
        if position < len(row)
    )
    return Precision(unit, min(usual_decimals(figures), unit.finest))


def _unit_in_words(tables: list[Recognised], prose: list[Prose | None], ledger: Ledger) -> AmountUnit:
    """The unit of most amounts in the text, where no table states one; a guess would be wrong by a factor of 10,000."""
    unit = _most(AmountUnit(word) for line in prose if line for word in AMOUNT_IN_TEXT.findall(line.text))
    if tables and unit:
        ledger.warn(tables[0].block.grid, f"表上没有写明金额单位，按文字里的{unit}读入。")
    elif tables:
        ledger.fatal(tables[0].block.grid, "没有写明金额单位；请在表头加上“单位：万元”或“单位：元”。")
    return unit or AmountUnit.WAN


def _add(reading: Reading, table: Recognised) -> None:
    """Read the lines of a table and what is printed around it."""
    if table.number in reading.statements:
        first = reading.statements[table.number].head.place
        message = f"公开{table.number}表《{STATEMENTS[table.number].title}》出现两次，另一次在{first}。"
        reading.ledger.fatal(table.block.grid, message)
        return
    unit = table.amount_unit or reading.precision.unit
    lines = lines_of(table, Precision(unit, reading.precision.decimals), reading.ledger)
    own_unit = "" if unit == reading.precision.unit else unit.value
    if own_unit:
        for line in lines:
            line.as_printed = {}  # those texts are in another unit than the rest of the disclosure
    head = StatementHead(
        number=table.number,
        title=table.caption.title,
        unit_name=table.caption.unit_name,
        amount_unit=own_unit,
        notes="\n".join(note.text for note in table.block.notes),
        place=table.block.grid.place,
    )
    if not any(value is not None for line in lines for value in line.amounts.values()):
        reasons = [note.text for note in table.block.notes if EMPTY_NOTE.search(note.text)]
        head.is_declared_empty, head.empty_reason = bool(reasons), "\n".join(reasons)
        if not reasons:
            reading.ledger.warn(table.block.grid, f"公开{table.number}表是空的，但没有说明。")
    reading.statements[table.number] = StatementReading(head, lines, table.caption)


def _read_text(reading: Reading, prose: list[Prose | None], listed: Iterable[str]) -> None:
    reading.paragraphs = _paragraphs(prose, reading.ledger)
    reading.duties = duties_in(reading.paragraphs)
    reading.units = units_in(reading.paragraphs, listed)
    reading.terms = terms_in(reading.paragraphs)


def _paragraphs(prose: list[Prose | None], ledger: Ledger) -> list[Paragraph]:
    """The text; of several files the longest has the chapters, and what others say stands around their tables."""
    files: dict[str, list[Prose | None]] = {}
    mark = ""
    for line in prose:
        mark = file_of(line.place) if line else mark
        files.setdefault(mark, []).append(line)
    longest = max(files, key=lambda file: sum(len(line.text) for line in files[file] if line), default="")
    found = [
        paragraph
        for file, lines in files.items()
        for paragraph in paragraphs_of(lines, ledger, Chapter.COVER if file == longest else Chapter.TABLES)
    ]
    for position, paragraph in enumerate(found, start=1):
        paragraph.position = position
    return found


def _number(reading: Reading) -> None:
    """Positions: statements' heads and forms by their order, tasks and indicators through the whole document."""
    heads = [statement.head for statement in reading.statements.values()]
    tasks = [task for form in reading.forms for task in form.tasks]
    indicators = [row.indicator for form in reading.forms for row in form.rows]
    for parts in (heads, [form.form for form in reading.forms], tasks, indicators):
        for position, part in enumerate(parts, start=1):
            part.position = position


def _most(values: Iterable):
    """The value that is said most often, of those that are said; falsy where nothing is."""
    said = Counter(value for value in values if value)
    return said.most_common(1)[0][0] if said else None
