"""`read_disclosure`: a file becomes the parts of a disclosure, not yet saved, with the book of how it was read."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from disclosures.amounts import AmountUnit, Precision
from disclosures.documents.items import Document, Item, Prose, Unreadable
from disclosures.documents.reading import read_document
from disclosures.intake.doubts.left_over import report_left_over
from disclosures.intake.doubts.second_look import report_differences, report_doubts
from disclosures.intake.figures import usual_decimals
from disclosures.intake.files.bundles import file_of, files_in, read_files
from disclosures.intake.files.units import chosen, shares_in
from disclosures.intake.files.whole import report_joined, report_shares, report_whole
from disclosures.intake.forms.form import read_form
from disclosures.intake.forms.levels import set_levels
from disclosures.intake.ledger import Ledger
from disclosures.intake.names import complete_names, report_unknown_codes
from disclosures.intake.parts import Reading, StatementReading, most
from disclosures.intake.recognition.blocks import Block, blocks_and_prose
from disclosures.intake.recognition.captions import Caption, Captioned, captioned
from disclosures.intake.recognition.recognise import Recognised, goes_on, recognise
from disclosures.intake.recognition.three_public import check_years
from disclosures.intake.rows.lines import lines_of
from disclosures.intake.text.colophon import keep_lines_below_tables, without_colophon, without_contents
from disclosures.intake.text.lists import duties_in, terms_in, units_in, units_listed
from disclosures.intake.text.paragraphs import paragraphs_of
from disclosures.intake.wording import AMOUNT_IN_TEXT, EMPTY_NOTE
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS, Chapter, Paragraph, StatementHead


def read_disclosure(path: Path, read: Callable[[Path], Document] = read_document, part: str = "") -> Reading:
    """Read a file, or several that `bundles` holds; of several units in it the one that `part` names or numbers.

    Raises `DocumentError` where it is no document, and keeps everything else as problems.
    """
    documents = read_files(path, read)
    items = [item for document in documents for item in document.items]
    blocks, prose = blocks_and_prose(items)
    tables = captioned(blocks)
    shares = shares_in(items, tables)
    share = chosen(shares, part) if part else shares[0]
    reading = _understood(items, tables, prose) if len(shares) == 1 else read_items(share.items)
    reading.files, reading.part = files_in(path), part
    reading.traces = [trace for document in documents for trace in document.traces]
    for document in documents:
        if document.sightings is not None:
            whole = len(documents) == len(shares) == 1
            report_differences(document.sightings, reading.ledger, None if whole else document.items)
    report_shares(reading, shares, share)
    report_joined(reading)
    report_whole(reading, path.name)
    return reading


def read_items(items: list[Item]) -> Reading:
    """Give the grids and prose of a document their meaning."""
    blocks, prose = blocks_and_prose(items)
    return _understood(items, captioned(blocks), prose)


def _understood(items: list[Item], blocks: Captioned, prose: list[Prose | None]) -> Reading:
    ledger = Ledger(items)
    for item in items:
        if isinstance(item, Unreadable):
            ledger.warn_at(item.place, "", item.reason)
    listed = {id(block): units_listed(block, ledger) for block, _ in blocks if block.rows}
    blocks = [(block, caption) for block, caption in blocks if block.rows and not listed[id(block)]]
    tables, forms = _sorted_out(blocks, ledger)
    reading = Reading(ledger, _precision(tables, prose, ledger))
    for table in tables:
        _add(reading, table)
    reading.forms = [read_form(caption, grids, reading.precision, ledger) for caption, grids in forms]
    set_levels([(form.form, form.rows) for form in reading.forms], ledger)
    _read_text(reading, prose, chain.from_iterable(listed.values()))
    for table in tables:
        check_years(table.fields, table.block.grid, table.caption.year or reading.year, ledger)
    classified = [line for line in reading.parts() if isinstance(line, ClassifiedLine)]
    complete_names(classified, reading.year, ledger)
    report_unknown_codes(classified, reading.year, ledger)
    _number(reading)
    keep_lines_below_tables(ledger)
    report_doubts(ledger)
    report_left_over(chain.from_iterable(table.rows for table in tables), ledger)
    report_left_over((row for _, grids in forms for block in grids for row in block.rows), ledger)
    return reading


def _sorted_out(blocks: Captioned, ledger: Ledger) -> tuple[list[Recognised], list[tuple[Caption, list[Block]]]]:
    """The statements, and the forms with all their grids: one without a caption goes on with the one above."""
    tables: list[Recognised] = []
    forms: list[tuple[Caption, list[Block]]] = []
    last, in_form = None, False
    for block, caption in blocks:
        if caption.is_form:
            forms.append((caption, [block]))
            in_form = True
        elif in_form and not block.caption:
            forms[-1][1].append(block)
        elif not ((above := _above(tables, last, caption)) and goes_on(above, block, caption, ledger)):
            in_form = False
            if last := recognise(block, caption, ledger):
                tables.append(last)
    return tables, forms


def _above(tables: list[Recognised], last: Recognised | None, caption: Caption) -> Recognised | None:
    """The table that a grid may go on with: the one right above, or the one that a caption with 续 names."""
    named = [table for table in tables if caption.goes_on and table.number == caption.titled]
    return named[-1] if named else last


def _precision(tables: list[Recognised], prose: list[Prose | None], ledger: Ledger) -> Precision:
    """The unit that most tables state, and the decimals that most figures have."""
    unit = most(table.amount_unit for table in tables) or _unit_in_words(tables, prose, ledger)
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
    unit = most(AmountUnit(word) for line in prose if line for word in AMOUNT_IN_TEXT.findall(line.text))
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
    own, has_made_contents = without_colophon(prose, reading.ledger)
    reading.paragraphs = _paragraphs(own, reading.ledger)
    if has_made_contents:
        reading.paragraphs = without_contents(reading.paragraphs, reading.ledger)
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
    paragraphs = [
        paragraph
        for file, lines in files.items()
        for paragraph in paragraphs_of(lines, ledger, Chapter.COVER if file == longest else Chapter.TABLES)
    ]
    for position, paragraph in enumerate(paragraphs, start=1):
        paragraph.position = position
    return paragraphs


def _number(reading: Reading) -> None:
    """Positions: statements' heads and forms by their order, tasks and indicators through the whole document."""
    heads = [statement.head for statement in reading.statements.values()]
    tasks = [task for form in reading.forms for task in form.tasks]
    indicators = [row.indicator for form in reading.forms for row in form.rows]
    for parts in (heads, [form.form for form in reading.forms], tasks, indicators):
        for position, part in enumerate(parts, start=1):
            part.position = position
