"""A Windows to try things in: Debian's wine, in a folder that goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from windows.forwarder import forwarder

# The superuser's rights pass any protection of a file: without them what Windows' access lists forbid is forbidden.
_BOUND = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
_LAST_WORDS = 2.0  # seconds in which what a command said is read after its end


class Wine:
    """A Windows of one's own in a folder that goes away; commands run in it with pipes as standard handles.

    With a regular file as stdout CPython stops in wine ("Invalid handle"), so nothing is redirected to one.
    """

    def __init__(self, folder: Path) -> None:
        self.prefix = folder / "prefix"
        (folder / "home").mkdir(parents=True)
        self._env = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "REMEMBERED", "MAKE"))
        } | {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",  # else names that are not ASCII can't be reached
        }
        self._keep_up()
        self.run("wineboot", "-i")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        (self.prefix / "drive_c/windows/system32/bcryptprimitives.dll").write_bytes(forwarder())

    @property
    def home(self) -> Path:
        """Return the user's folder, as Linux sees it."""
        return next(p for p in (self.prefix / "drive_c/users").iterdir() if p.name != "Public")

    def run(
        self,
        *words: str,
        cwd: Path | None = None,
        seconds: int = 300,
        heard: Callable[[str], object] | None = None,
        **env: str,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command; what is not over in time is stopped, and gives what it has said so far.

        `heard` is given each line of what it says as it comes.
        """
        command = [*_BOUND, "timeout", str(seconds), "wine", *words]
        said: tuple[list[str], list[str]] = ([], [])
        with self._started(command, cwd, self._env | env, stderr=subprocess.PIPE) as started:
            # What it has started, a browser, holds its pipes for as long as it lives: they are read, not waited for.
            streams = (_told(started.stdout, heard), started.stderr)
            readers = [
                threading.Thread(target=lines.extend, args=(stream,), daemon=True)
                for lines, stream in zip(said, streams, strict=True)
            ]
            for reader in readers:
                reader.start()
            started.wait()
            for reader in readers:
                reader.join(_LAST_WORDS)
            out, err = ("".join(lines) for lines in said)
            held = any(reader.is_alive() for reader in readers)
            if held:
                self.stop()
                self._keep_up()
        return subprocess.CompletedProcess(command, started.returncode, out, err)

    def _started(
        self, command: list[str], cwd: Path | None, env: dict[str, str], stderr: int
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            errors="replace",
        )

    @contextmanager
    def running(self, wanted: str, *words: str, cwd: Path, seconds: int = 120) -> Iterator[str]:
        """Have a command run that goes on; give what it says up to the line with what is wanted, or all of it.

        In the end all is stopped: what it has started, a browser, holds its pipe for as long as it lives.
        """
        with self._started([*_BOUND, "wine", *words], cwd, self._env, stderr=subprocess.STDOUT) as started:
            late = threading.Timer(seconds, self.stop)
            late.start()
            said = ""
            for line in started.stdout or ():
                said += line
                if wanted in line:
                    break
            late.cancel()
            try:
                yield said
            finally:
                self.stop()
                self._keep_up()

    def _keep_up(self) -> None:
        """Let wine's services stay, without a pipe of ours: a command takes 1-2 s then, and 4-6 s where they are started for it."""
        for command in (["wineserver", "-p"], ["wine", "cmd", "/c", "exit"]):
            subprocess.run(
                [*_BOUND, *command],
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )

    def stop(self) -> None:
        """End all that runs in this Windows."""
        subprocess.run(["wineserver", "-k"], env=self._env, check=False)


def _told(lines: Iterable[str] | None, heard: Callable[[str], object] | None) -> Iterator[str]:
    for line in lines or ():
        if heard is not None:
            heard(line)
        yield line


@contextmanager
def windows() -> Iterator[Wine]:
    """Make one, and end all that runs in it when it is needed no longer."""
    with tempfile.TemporaryDirectory(prefix="rm-wine-", ignore_cleanup_errors=True) as name:
        wine = Wine(Path(name))
        try:
            yield wine
        finally:
            wine.stop()


def there_is_wine() -> bool:
    """Look for wine, and install Debian's where that can be done."""
    if shutil.which("wine"):
        return True
    if not shutil.which("apt-get") or os.getuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wine64", "wine"]
    subprocess.run(install, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, **quiet)  # type: ignore[call-overload]
    return shutil.which("wine") is not None
