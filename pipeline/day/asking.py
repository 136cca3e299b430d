"""Whether somebody is there who can be asked."""

from __future__ import annotations

import sys


def somebody_there() -> bool:
    """Tell whether somebody can be asked. Windows calls its NUL, which a planned task reads from, a terminal as well."""
    if not sys.stdin.isatty():
        return False
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    mode, handle = ctypes.c_ulong(), ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno()))
    return bool(ctypes.WinDLL("kernel32").GetConsoleMode(handle, ctypes.byref(mode)))
