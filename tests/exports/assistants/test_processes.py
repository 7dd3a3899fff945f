"""The tools as processes of their own: over standard input and output, and over HTTP."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from mcp import Client, StdioServerParameters

from tests.exports.assistants.questions import QUESTIONS, SAMPLE, SITE, UNIT, said_at
from tests.exports.assistants.running import answered

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]
COMMAND = [*MANAGE, "mcp", "--site", SITE]

NONE = "本站没有名称里有“信访局”的单位公开决算。"


def refusal(server: Any, name: str) -> str:
    """What is said of a unit that is not there; the SDK puts the tool's name before it."""

    async def ask() -> Any:
        async with Client(server) as client:
            return await client.call_tool("find_unit", {"name": name})

    result = answered(ask)
    assert result.is_error
    return result.content[0].text.partition(": ")[2]


@pytest.fixture
def environment(migrated: Path, tmp_path: Path) -> dict[str, str]:
    """A database of its own, with the lists of codes and no disclosure."""
    own = tmp_path / "own.sqlite3"
    own.write_bytes(migrated.read_bytes())
    return os.environ | {"DATABASE_URL": f"sqlite:///{own}", "SECRET_KEY": "for this test"}


@pytest.fixture
def with_the_sample(environment):
    """The first real disclosure stands published in that database."""
    taken = [SAMPLE, "--unit", UNIT, "--year", "2023", "--publish"]
    for command in (["load_codes"], ["import_document", *taken]):
        subprocess.run([*MANAGE, *command], env=environment, check=True, capture_output=True, cwd=settings.BASE_DIR)
    return environment


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(environment: dict[str, str], port: int):
    """The HTTP process, until it answers."""
    process = subprocess.Popen([*COMMAND, "--http", f"127.0.0.1:{port}"], env=environment)
    try:
        for _ in range(600):
            with socket.socket() as connection:
                if connection.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.wait(20)


def test_over_standard_input_and_output(environment):
    server = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=environment)
    assert refusal(server, "信访局") == NONE


def test_over_http_as_a_process_of_its_own(environment):
    with serving(environment, free_port()) as address:
        assert refusal(address, "信访局") == NONE


def unanswered(server: Any) -> list[str]:
    """What a citizen asks and is not told with the right figure and address, in one conversation."""

    async def ask() -> list[str]:
        async with Client(server) as client:
            answers = [await client.call_tool(question.tool, question.given) for question in QUESTIONS]
        return [
            f"{question.words} {answer.content[0].text}"
            for question, answer in zip(QUESTIONS, answers, strict=True)
            if answer.is_error or question.figure not in said_at(json.loads(answer.content[0].text), question.address)
        ]

    return answered(ask)


def test_what_citizens_ask_is_answered_over_standard_input_and_output(with_the_sample):
    assert unanswered(StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=with_the_sample)) == []


def test_what_citizens_ask_is_answered_over_http(with_the_sample):
    with serving(with_the_sample, free_port()) as address:
        assert unanswered(address) == []


def test_an_address_without_a_port_is_one_sentence(environment):
    done = subprocess.run([*COMMAND, "--http", "here"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--http 应当是 地址:端口" in done.stderr
    assert "Traceback" not in done.stderr
