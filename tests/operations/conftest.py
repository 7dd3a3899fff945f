"""Databases of their own, as files and on a PostgreSQL server, and the commands as an operator runs them."""

import itertools
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.conf import settings

from tests.postgres import NOTICE, cluster, programs

_NUMBERS = itertools.count(1)


def manage(url: str, *command: str, status: int = 0, **environment: str) -> str:
    """What `manage.py` said in a process of its own on that database; it must end as expected."""
    counted = ["-m", "tests.reached"] if "tests.reached" in sys.modules else []
    line = [sys.executable, *counted, "manage.py", *command]
    given = os.environ | {"DATABASE_URL": url} | environment
    done = subprocess.run(line, cwd=settings.BASE_DIR, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs while these tests do."""
    if not (found := programs()):
        warnings.warn(NOTICE, stacklevel=1)
        pytest.skip("PostgreSQL is not installed")
    with cluster(found) as url:
        yield url


@pytest.fixture(scope="session")
def new_postgresql(server: str) -> Callable[[], str]:
    """Makes an empty database there each time, and gives its address."""

    def make() -> str:
        name = f"site_{next(_NUMBERS)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))
        return server.rpartition("/")[0] + f"/{name}"

    return make


@pytest.fixture(scope="session")
def filled_file(migrated, tmp_path_factory) -> str:
    """The address of a SQLite database in which several years are published; not to be changed."""
    url = f"sqlite:///{shutil.copy(migrated, tmp_path_factory.mktemp('filled'))}"
    manage(url, "load_codes")
    manage(url, "make_demo", "--disclosures", "3")
    return url


@pytest.fixture(scope="session")
def moved(filled_file, new_postgresql) -> str:
    """The address of the PostgreSQL database to which that one was moved."""
    url = new_postgresql()
    assert "逐行比对、核对无误" in manage(filled_file, "move_to_postgresql", url)
    return url
