"""The log: it begins anew when it is long, and whatever is in its way, no line is lost and no command stops."""

from __future__ import annotations

from pathlib import Path

from pipeline.day.worklog import following, log_path

LONG = b"2026-12-07 09:00:00 a line of an earlier day\n" * 6000
"""More than the file may hold."""


def test_a_long_log_begins_anew_and_one_older_is_kept(data_folder: Path) -> None:
    grown(data_folder)
    for command in ("daily", "send"):
        with following(command, {}, aloud=False):
            pass
    assert said() == ["daily begins", "daily ends", "send begins", "send ends"]
    assert log_path().with_name("remembered.log.1").read_bytes() == LONG


def test_where_it_can_t_begin_anew_it_goes_on(data_folder: Path) -> None:
    grown(data_folder)
    in_the_way = log_path().with_name("remembered.log.1") / "a folder that is not empty"
    in_the_way.mkdir(parents=True)
    with following("daily", {}, aloud=False):
        pass
    assert log_path().read_bytes().startswith(LONG)
    assert said()[-2:] == ["daily begins", "daily ends"]


def grown(folder: Path) -> None:
    folder.mkdir(parents=True)
    log_path().write_bytes(LONG)


def said() -> list[str]:
    """Give its lines without the time before them."""
    return [line[len("2026-12-07 09:00:00 ") :] for line in log_path().read_text("utf-8").splitlines()]
