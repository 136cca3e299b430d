"""Write docs/commands.md from the commands' own help: `python -m tests.commands_page`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
EXITS = (
    ("0", "all is well"),
    ("1", "it failed; the message says why and what to do"),
    ("2", "the command was not understood, or nobody could be asked"),
    ("3", "errors in the workbook (`check` only; warnings don't count)"),
    ("4", "the workbook is open, was changed meanwhile, or can't be read"),
    ("5", "some letters were not sent"),
)


def page() -> str:
    """Write the page."""
    from pipeline.cli import COMMANDS, main

    lines = [
        "# Commands",
        "",
        "Each is typed as `remembered COMMAND`; `-h` after any of them says what stands here. Options come after the command.",
        "This page is written from the program's own help: `python -m tests.commands_page`.",
        "",
    ]
    context = click.Context(main, info_name="remembered")
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        lines += _section(f"## {name}", command, click.Context(command, info_name=name, parent=context))
    lines += [
        "## How a command ends",
        "",
        "Results go to standard output, progress and problems to standard error. The exit code says how it ended:",
        "",
        "| code | means |",
        "|---|---|",
        *(f"| {code} | {means} |" for code, means in EXITS),
        "",
    ]
    return "\n".join(lines)


def _section(title: str, command: click.Command, context: click.Context) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS] ", "").replace("[OPTIONS]", "")
    text = " ".join((command.help or "").split("\n\n")[0].split())
    rest = [" ".join(part.split()) for part in (command.help or "").split("\n\n")[1:]]
    lines = [
        title,
        "",
        f"`{context.command_path} {usage}`".replace(" `", "`"),
        "",
        text,
        *[p for part in rest for p in ("", part)],
        "",
    ]
    options = [p for p in command.params if isinstance(p, click.Option)]
    lines += [f"- `{', '.join([*o.opts, *o.secondary_opts])}`: {o.help}" for o in options]
    if options:
        lines.append("")
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        inner = command.get_command(context, name)  # type: ignore[attr-defined]
        lines += _section(
            f"### {context.command_path.removeprefix('remembered ')} {name}",
            inner,
            click.Context(inner, info_name=name, parent=context),
        )
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
