"""Who writes which format."""

from tests.layouts.old_workbook import write_old_workbook
from tests.layouts.open_document import write_open_document
from tests.layouts.pdf_file import write_pdf
from tests.layouts.plain import write_text, write_values
from tests.layouts.web import write_web_page
from tests.layouts.word import write_word
from tests.layouts.workbook import write_workbook

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
