"""Makes the first administrator: `first_administrator NAME` asks for a password, `--link` prints a link instead."""

import sys
from getpass import getpass

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from disclosures.staff.people.first import administrators, make_first
from disclosures.staff.people.links import path_to_choose

NONE_YET = "还没有管理员：另开一个终端运行 .venv/bin/python manage.py first_administrator，建好后到 /admin/ 登录。"


class Command(BaseCommand):
    help = "Make the first administrator, who makes all other accounts in the admin."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="the name to sign in with; asked for when left out")
        parser.add_argument("--link", action="store_true", help="print a link to choose the password instead of asking")
        parser.add_argument("--remind", action="store_true", help="only say so when there is none")

    def handle(self, *args, name: str | None, link: bool, remind: bool, **options):
        if administrators().exists():
            if remind:
                return
            raise CommandError("已经有管理员了；别的帐号由管理员在“人员”页建立。")
        if remind:
            self.stdout.write(NONE_YET)
            return
        if not (link or sys.stdin.isatty()):
            raise CommandError("要在终端里运行，好输入密码；或者加上 --link，得到设置密码的链接。")
        self._make(name or input("用户名："), link)

    def _make(self, name: str, link: bool) -> None:
        person = User(username=name)
        try:
            person.full_clean(exclude=["password"])
            password = None if link else self._asked_for(person)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        person = make_first(name, password)
        self.stdout.write(f"建好了管理员 {name}。第一次登录时要设置动态口令，请备好手机。")
        if link:
            self.stdout.write(f"设置密码：在网站地址后面接上 {path_to_choose(person)}（24 小时内有效，只能用一次）。")

    def _asked_for(self, person: User) -> str:
        password = getpass("密码（不显示）：")
        validate_password(password, person)
        if getpass("再输入一次：") != password:
            raise CommandError("两次输入的密码不一样。")
        return password
