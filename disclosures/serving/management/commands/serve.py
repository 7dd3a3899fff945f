"""Serve the site with granian: workers that are replaced when they die, on a port that nobody else has."""

import errno
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from disclosures.operations.databases import let_go
from disclosures.outages import sentence

HEAD_SECONDS = 10  # for the head of a request to arrive
CONNECTIONS = 4096  # that a process serves at once
LIFE_AFTER_STOP = 10  # seconds that a worker has to finish what it answers


class Command(BaseCommand):
    help = "Serve the site; stops with a sentence where it cannot."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="processes; one for each processor is a good number")

    def handle(self, *args: Any, host: str, port: int, workers: int, **options: Any) -> None:
        _refuse_used(host, port)
        _refuse_unready()
        settings.KEPT_DIR.mkdir(parents=True, exist_ok=True)
        for file in settings.KEPT_DIR.iterdir():  # what an earlier process kept, perhaps of older code
            file.unlink(missing_ok=True)
        let_go()
        self.stdout.write(f"http://{host}:{port}/")
        sys.stdout.flush()
        Server(
            "disclosures.serving.app:application",
            address=host,
            port=port,
            interface=Interfaces.RSGI,
            workers=workers,
            http=HTTPModes.http1,
            websockets=False,
            backlog=CONNECTIONS,
            backpressure=CONNECTIONS,
            http1_settings=HTTP1Settings(header_read_timeout=HEAD_SECONDS * 1000),
            respawn_failed_workers=True,
            respawn_interval=0.5,
            workers_kill_timeout=LIFE_AFTER_STOP,
            log_level=LogLevels(settings.LOG_LEVEL.lower()),
        ).serve()


def _refuse_used(host: str, port: int) -> None:
    """Granian shares its port among its own workers, so that the system would not object to another server there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of before may linger for a minute
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CommandError(f"端口 {port} 已被别的程序占用；请先停掉它，或用 --port 换一个端口。") from None
            raise CommandError(f"不能在 {host}:{port} 提供服务：{error.strerror}。") from None


def _refuse_unready() -> None:
    """Without its tables every page would be an error."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(sentence(error)) from None
    if missing:
        raise CommandError("数据库还没有准备好；请先运行 manage.py migrate。")
