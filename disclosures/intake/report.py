"""A reading as plain data: what `read_document --json` prints and what is kept beside the disclosure."""

from dataclasses import asdict
from decimal import Decimal

from django.db.models import Model

from disclosures.intake.forms.form import FormReading
from disclosures.intake.reading import Reading, StatementReading
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, Part, StatementLine
from disclosures.statements.models import STATEMENTS, Printed, statements_in
from disclosures.statements.numbers import number_in


def as_data(reading: Reading) -> dict:
    """Everything that was read; amounts are texts in 元 with two decimals, null where nothing is printed."""
    return {
        "title": reading.title,
        "unit_name": reading.unit_name,
        "year": reading.year,
        "amount_unit": reading.precision.unit.value,
        "decimals": reading.precision.decimals,
        "statements": {number: _statement(one, reading.year) for number, one in sorted(reading.statements.items())},
        "performance": [_form(form) for form in reading.forms],
        "narrative": [_fields(paragraph, "chapter", "level", "text", "place") for paragraph in reading.paragraphs],
        "duties": [paragraph.text for paragraph in reading.duties],
        "units_in_scope": [unit.name for unit in reading.units],
        "glossary": [_fields(term, "name", "definition") for term in reading.terms],
        **how_it_was_read(reading),
    }


def how_it_was_read(reading: Reading) -> dict:
    """Tables found, problems, repairs, what is kept as printed or left unread, and what tells of authors."""
    ledger = reading.ledger
    return {
        **({"files": reading.files} if reading.files else {}),
        **({"part": reading.part} if reading.part else {}),
        "tables": [_found(reading, number) for number in statements_in(reading.year)],
        "problems": [asdict(problem) for problem in ledger.problems],
        **({"doubts": [asdict(doubt) for doubt in ledger.doubts]} if ledger.doubts else {}),
        "repairs": [asdict(repair) for repair in ledger.repairs],
        "kept": [asdict(kept) for kept in ledger.kept],
        "unread": [asdict(unread) for unread in ledger.unread()],
        "traces": [trace._asdict() for trace in reading.traces],
    }


def _found(reading: Reading, number: str) -> dict:
    """One of the official tables: where it was found, how many rows and figures it gave."""
    statement = reading.statements.get(number)
    lines = statement.lines if statement else []
    figures = sum(1 for line in lines for value in line.amounts.values() if value is not None)
    return {
        "number": number,
        "title": STATEMENTS[number].title,
        "place": statement.head.place if statement else None,
        "rows": len(lines),
        "figures": figures,
    }


def _statement(statement: StatementReading, year: int | None) -> dict:
    head = _fields(statement.head, "title", "unit_name", "notes", "is_declared_empty", "empty_reason", "place")
    return head | {"rows": [_row(line, year) for line in statement.lines]}


def _row(line: StatementLine, year: int | None) -> dict:
    if isinstance(line, AccountLine):
        names: tuple[str, ...] = ("side", "line")
        columns = line.columns_of(line.side, year)
    else:
        names, columns = ("code",), line.columns(year)
    amounts = {column.name: _amount(getattr(line, column.name)) for column in columns}
    return _fields(line, *names, "name", "printed_name", "place") | {"amounts": amounts}


def _form(reading: FormReading) -> dict:
    return _part(reading.form) | {
        "tasks": [_part(task) for task in reading.tasks],
        "indicators": [_part(row.indicator) for row in reading.rows],
    }


def _part(part: Part) -> dict:
    """Every field of a form's part: amounts in 元, other figures as printed with their number beside them."""
    data = {}
    for field in part._meta.local_fields:
        value = getattr(part, field.attname)
        if field.primary_key or field.is_relation or field.name in ("position", "as_printed"):
            continue
        data[field.name] = _amount(value) if isinstance(field, Amount) else value
        if isinstance(field, Printed) and (number := number_in(value)) is not None:
            data[f"{field.name}_number"] = str(number)
    return data


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _fields(row: Model, *names: str) -> dict:
    return {name: getattr(row, name) for name in names}
