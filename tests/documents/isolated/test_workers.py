"""How long an answer may take: so long after the question, and as long again after each word of progress."""

import sys

import pytest

from disclosures.documents.isolated.packing import is_progress
from disclosures.documents.isolated.workers import Worker, WorkerTimeoutError

_SLOW = """
import time
input()
for page in range(4):
    time.sleep(0.8)
    print(f'["WORD", {page}, 4]', flush=True)
print("", flush=True)
"""


def _answer(word: str) -> list:
    with Worker([sys.executable, "-c", _SLOW.replace("WORD", word)]) as worker:
        return list(worker.ask_for_many("read", 2, 1_000, is_progress))


def test_time_begins_anew_with_each_page():
    assert len(_answer("progress")) == 4


def test_other_words_give_no_time():
    with pytest.raises(WorkerTimeoutError):
        _answer("words")
