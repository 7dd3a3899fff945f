"""The site's own commands on another database than that of this process."""

import os
import subprocess
import sys

from django.conf import settings


def fault_of(command: str, url: str) -> str:
    """What a command of `manage.py` said on the database at `url` when it failed; "" where it did not."""
    line = [sys.executable, str(settings.BASE_DIR / "manage.py"), command]
    done = subprocess.run(line, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr
