"""Write the tables of the guide for staff anew from the declarations."""

from typing import Any

from django.core.management.base import BaseCommand

from disclosures.entry.guide import FILE, renewed


class Command(BaseCommand):
    help = "Write the tables of docs/staff-guide.md anew, from the rights and the fields as they are declared."

    def handle(self, *args: Any, **options: Any) -> None:
        FILE.write_text(renewed(FILE.read_text()))
        self.stdout.write(f"{FILE.name} 已更新。")
