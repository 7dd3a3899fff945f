"""The tools under the Model Context Protocol: the official SDK speaks it, ours is what is said."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from mcp.server import MCPServer
from mcp_types import ToolAnnotations

from disclosures.exports.assistants.tools import Tools

INSTRUCTIONS = (
    "本站公开中国部门决算。不知道从哪里问起就用 search；先用 find_unit 找单位，用 find_code 找科目，再读数。"
    "回答时写明年度、版次和网址；"
    "照 printed 的写法引用数字，单位是 printed_unit。没有的数不要推算；工具说没有，就照实说没有。"
)


def server_at(origin: str) -> MCPServer:
    """A server whose answers lead to the site at `origin`."""
    server = MCPServer("部门决算公开", instructions=INSTRUCTIONS, log_level="WARNING")
    tools = Tools(origin.rstrip("/"))
    for name, tool in inspect.getmembers(tools, inspect.ismethod):
        if not name.startswith("_"):
            server.add_tool(_in_a_thread(tool), name=name, annotations=ToolAnnotations(read_only_hint=True))
    return server


def _in_a_thread(tool: Callable[..., dict[str, Any]]) -> Callable[..., Any]:
    """The tool as the SDK calls it; the database is asked in a thread where that is allowed."""

    def asked(**given: Any) -> dict[str, Any]:
        close_old_connections()
        return tool(**given)

    @wraps(tool)
    async def answered(**given: Any) -> dict[str, Any]:
        return await sync_to_async(asked)(**given)

    return answered
