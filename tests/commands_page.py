"""Write docs/commands.md from the commands' own help: `python -m tests.commands_page`."""

from __future__ import annotations

import sys
from collections import Counter
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

    context = click.Context(main, info_name="remembered")
    commands = [(name, main.get_command(context, name)) for name in COMMANDS]
    often = Counter(option for _, command in commands if command for option in _options(command))
    common = [option for option, times in often.items() if times > 2]
    lines = [
        "# Commands",
        "",
        "Each is typed as `remembered COMMAND`; `-h` after any of them says what stands here. Options come after the command.",
        "This page is written from the program's own help: `python -m tests.commands_page`.",
        "",
        "Many have options in common:",
        "",
        *(f"- `{names}`: {told}" for names, told in common),
        "",
    ]
    for name, command in commands:
        assert command is not None
        lines += _section(
            f"## {name}", command, click.Context(command, info_name=name, parent=context), common
        )
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


def _options(command: click.Command) -> list[tuple[str, str]]:
    return [
        (", ".join([*option.opts, *option.secondary_opts]), option.help or "")
        for option in command.params
        if isinstance(option, click.Option)
    ]


def _section(
    title: str, command: click.Command, context: click.Context, common: list[tuple[str, str]]
) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS]", "").split()
    paragraphs = [" ".join(part.split()) for part in (command.help or "").split("\n\n")]
    lines = [title, "", f"`{' '.join([context.command_path, *usage])}`", ""]
    lines += [line for paragraph in paragraphs for line in (paragraph, "")]
    options = _options(command)
    own = [f"- `{names}`: {told}" for names, told in options if (names, told) not in common]
    shared = ", ".join(f"`{names.split(',')[0]}`" for names, told in options if (names, told) in common)
    lines += [*own, *([""] if own else []), *([f"Also {shared}.", ""] if shared else [])]
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        inner = command.get_command(context, name)  # type: ignore[attr-defined]
        lines += _section(
            f"### {context.command_path.removeprefix('remembered ')} {name}",
            inner,
            click.Context(inner, info_name=name, parent=context),
            common,
        )
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
