"""Who writes which format."""

from tests.layouts.formats.old_workbook import write_old_workbook
from tests.layouts.formats.open_document import write_open_document
from tests.layouts.formats.pdf.pdf_file import write_pdf
from tests.layouts.formats.plain import write_text, write_values
from tests.layouts.formats.web import write_web_page
from tests.layouts.formats.word import write_word
from tests.layouts.formats.workbook import write_workbook

WRITERS = {
    "xlsx": write_workbook,
    "xls": write_old_workbook,
    "ods": write_open_document,
    "docx": write_word,
    "html": write_web_page,
    "txt": write_text,
    "csv": write_values,
    "tsv": write_values,
    "pdf": write_pdf,
}
