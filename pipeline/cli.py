"""The command line: thin commands, imported only when they are asked for."""

from __future__ import annotations

import atexit
import gc
import importlib

import click

from pipeline import __version__

COMMANDS = {
    "init": ("workbook", "Make a new workbook from the starter."),
    "adopt": ("workbook", "Give your own contact workbook what it lacks."),
    "import": ("importing", "Add contacts from LinkedIn, Google, Outlook, vCard or a table."),
    "check": ("reports", "List every problem in the workbook, by cell."),
    "daily": ("daily", "Work out the day, draft its letters, write the workbook."),
    "agenda": ("reports", "Show what is due, and with --days what is coming."),
    "explain": ("reports", "Say why a contact has the step it has."),
    "drafts": ("reports", "Show the letters in review with their checks."),
    "open": ("reviewing", "Open the day in one window: what is due, letters, sending."),
    "review": ("reviewing", "Read, edit and approve the letters."),
    "approve": ("reviewing", "Approve letters by their codes."),
    "skip": ("reviewing", "Put letters off until a date."),
    "send": ("sending", "Send what is approved, once, and record it."),
    "sync": ("mail", "Look in the mailbox for replies and returned mail."),
    "log": ("log", "Record a call, an answer or an interview."),
    "sheets": ("paper", "Print call sheets and interview sheets."),
    "coach": ("paper", "Say how the search goes, in your own numbers."),
    "calendar": ("paper", "Write calls and interviews as a calendar file."),
    "templates": ("workbook", "Copy the letter templates beside the workbook, to edit."),
    "gmail": ("mail", "Set up, try or forget the mail account."),
    "resolve": ("sending", "Say whether a letter in doubt went."),
    "undo": ("workbook", "Put the workbook back as it was before the last write."),
    "forget": ("forgetting", "Remove a person's data everywhere."),
    "doctor": ("mail", "Say what is set up, what is not, and what to do next."),
}


_NAMES = {"import": "import_", "open": "open_"}


class Lazy(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """List the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"pipeline.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, _NAMES.get(cmd_name, cmd_name))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="remembered")
def main() -> None:
    """A daily routine for informational interviewing, out of your own Excel workbook.

    Every day: edit your contacts in Excel, then `remembered daily`, `remembered review`, `remembered send`.
    Nothing is sent without your approval.
    """
    # What is left goes with the process: looking it through three times more takes a tenth of a day's run of 1,000 contacts.
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
