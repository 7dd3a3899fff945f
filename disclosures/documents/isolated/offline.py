"""Leaving the network for good: what reads a stranger's file, and every program that it starts, can reach nothing.

A network namespace of its own where Linux gives one, else a filter of system calls that refuses every socket but local
ones. `python offline.py PROGRAM …` leaves the network and becomes that program; where neither way is open it ends with
`NO_WAY` and the program never runs. Only the standard library is used, so that the file runs
on its own.
"""

import ctypes
import os
import platform
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

NO_WAY = 97  # exit status: the network could not be left

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of <linux/sched.h>

# Of <linux/prctl.h> and <linux/seccomp.h>.
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _DENIED, _KILLED = 0x7FFF0000, 0x00050000 | 13, 0x80000000  # 13: EACCES

# The machine as the kernel calls it (AUDIT_ARCH_*), and its number of the call that makes a socket.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_RING_SETUP = 425  # io_uring makes sockets without that call; its number is the same on all machines
_OTHER_ABI = 0x40000000  # x32 on x86_64: the same calls under other numbers


class NetworkError(Exception):
    """This machine gives no way to leave the network."""


def leave_network() -> None:
    """Take this process, and all that it starts, off the network; call it before there are threads."""
    for way in (_by_namespace, _by_user_namespace, _by_filter):
        with suppress(OSError):
            way()
            return
    raise NetworkError("neither a network namespace nor a seccomp filter could be had")


def _by_namespace() -> None:
    _called("unshare", _NEW_NET)


def _by_user_namespace() -> None:
    """For users without privileges; they stay who they are, or they could make no files."""
    user, group = os.geteuid(), os.getegid()
    _called("unshare", _NEW_USER | _NEW_NET)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _by_filter() -> None:
    """For containers that give no namespaces: the kernel refuses to make any socket but local ones."""
    if platform.machine() not in _MACHINES:
        raise OSError(f"no filter is known for {platform.machine()}")
    rules = ctypes.create_string_buffer(_rules(*_MACHINES[platform.machine()]))
    program = ctypes.create_string_buffer(struct.pack("HP", len(rules) // 8, ctypes.addressof(rules)))
    _called("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _called("prctl", _SET_SECCOMP, _FILTER, ctypes.addressof(program), 0, 0)


def _rules(machine: int, make_socket: int) -> bytes:
    """The filter as instructions of the classic BPF: operation, steps over if true, steps over if false, value."""
    load, equal, at_least, end = 0x20, 0x15, 0x35, 0x06
    number, arch, first_argument = 0, 4, 16  # where they stand in struct seccomp_data
    instructions = (
        (load, 0, 0, arch),
        (equal, 1, 0, machine),
        (end, 0, 0, _KILLED),
        (load, 0, 0, number),
        (at_least, 4, 0, _OTHER_ABI),
        (equal, 3, 0, _RING_SETUP),
        (equal, 0, 3, make_socket),
        (load, 0, 0, first_argument),
        (equal, 1, 0, socket.AF_UNIX),
        (end, 0, 0, _DENIED),
        (end, 0, 0, _ALLOW),
    )
    return b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)


def _called(name: str, *arguments: int) -> None:
    """Call a function of the C library that answers -1 where it fails; Python 3.11 has no names for these."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        raise OSError(f"this system has no {name}")
    if function(*(ctypes.c_ulong(argument) for argument in arguments)) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def main() -> None:
    """Become the program given, without network."""
    try:
        leave_network()
    except NetworkError:
        sys.exit(NO_WAY)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
