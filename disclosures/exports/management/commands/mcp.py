"""Answer language models: over standard input and output, or as a process of its own over HTTP."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from disclosures.exports.assistants.server import server_at


class Command(BaseCommand):
    help = (
        "让语言模型按单位、科目查本站的数（MCP）。默认走标准输入输出；写 --http 就是一个只读的 HTTP 服务，网址是 /mcp。"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="本站对外的网址，回答里的链接以它开头")
        parser.add_argument("--http", metavar="地址:端口", default="", help="如 127.0.0.1:8001")
        parser.add_argument("--host", action="append", default=[], help="代理转来的域名，可以写几次")

    def handle(self, *args, site: str, http: str, host: list[str], **options) -> None:
        server = server_at(site)
        if not http:
            server.run("stdio")
            return
        address, _, port = http.rpartition(":")
        if not port.isdigit():
            raise CommandError(f"--http 应当是 地址:端口，如 127.0.0.1:8001；现在是 {http}。")
        from mcp.server.transport_security import TransportSecuritySettings

        allowed = TransportSecuritySettings(allowed_hosts=[http, *host])
        server.run(
            "streamable-http", host=address, port=int(port), stateless_http=True, json_response=True,
            max_request_body_size=64 * 1024, transport_security=allowed,
        )  # fmt: skip
