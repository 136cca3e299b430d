"""Which folder is which, in whatever language: by special-use flag (RFC 6154), else by common names. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CLAIMS = "remembered"
_NAMES = {
    "sent": (
        "sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete elemente", "gesendete objekte",
        "envoyés", "messages envoyés", "éléments envoyés", "enviados", "elementos enviados", "itens enviados",
        "mensagens enviadas", "posta inviata", "inviata", "verzonden", "verzonden items", "送信済み", "送信済みアイテム",
        "送信済みメール",
    ),
    "trash": (
        "trash", "deleted", "deleted items", "deleted messages", "bin", "papierkorb", "gelöschte elemente",
        "gelöschte objekte", "corbeille", "éléments supprimés", "papelera", "elementos eliminados", "lixeira", "lixo",
        "itens excluídos", "cestino", "posta eliminata", "prullenbak", "verwijderde items", "ゴミ箱", "削除済みアイテム",
    ),
    "drafts": (
        "drafts", "draft", "entwürfe", "brouillons", "borradores", "rascunhos", "bozze", "concepten", "下書き",
    ),
    "junk": (
        "junk", "spam", "junk e-mail", "junk email", "bulk mail", "spamverdacht", "unerwünscht", "indésirables",
        "courrier indésirable", "pourriel", "correo no deseado", "correo basura", "lixo eletrônico", "lixo eletrónico",
        "lixo electrónico", "posta indesiderata", "ongewenste e-mail", "迷惑メール",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder as the server lists it."""

    name: str
    delimiter: str
    flags: tuple[str, ...]

    @property
    def last(self) -> str:
        """Return the last part of its name, in lower case."""
        return (self.name.rpartition(self.delimiter)[2] if self.delimiter else self.name).casefold()


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are. `others` hold what was filed away; `all` is a folder that holds everything but junk and trash."""

    inbox: str = "INBOX"
    sent: str = ""
    all: str = ""
    junk: str = ""
    trash: str = ""
    others: tuple[str, ...] = ()
    prefix: str = ""

    @property
    def read(self) -> tuple[str, ...]:
        """Return the folders that together hold what went, first, and what came, archived, filed or taken for junk."""
        came = (self.all,) if self.all else (self.inbox, *self.others)
        return tuple(dict.fromkeys(f for f in (self.sent, *came, self.junk) if f))

    def beside(self, name: str) -> str:
        """Return the full name of a folder of our own."""
        return self.prefix + name

    def said(self) -> str:
        """Say which folders were found."""
        sent = (
            f'sent mail in "{self.sent}"'
            if self.sent
            else "no folder of sent mail: name it in Settings, Sent folder"
        )
        everything = f', all mail in "{self.all}"' if self.all else ""
        more = f", {len(self.others)} more to look in" if self.others and not self.all else ""
        return f"Found: inbox, {sent}{everything}{more}."


def folders_among(listed: Iterable[Listed], sent_folder: str = "") -> Folders:
    """Say which folder is which. Raises LookupError where the sent folder that was named isn't there."""
    open_ = [f for f in listed if not {"\\noselect", "\\nonexistent"} & {x.lower() for x in f.flags}]
    if sent_folder and sent_folder not in {f.name for f in open_}:
        raise LookupError(sent_folder)
    found = {kind: _one(open_, kind, names) for kind, names in _NAMES.items()}
    inbox = next((f.name for f in open_ if f.name.upper() == "INBOX"), "INBOX")
    everything = next((f.name for f in open_ if "\\all" in {x.lower() for x in f.flags}), "")
    sent = sent_folder or found["sent"]
    special = {inbox, everything, sent, found["junk"], found["trash"], found["drafts"]}
    others = tuple(f.name for f in open_ if f.name not in special and not _aside(f, found))
    nested = next(
        (f for f in open_ if f.delimiter and f.name.upper().startswith("INBOX" + f.delimiter)), None
    )
    below_inbox = nested is not None and all(
        f.name.upper().startswith("INBOX") for f in open_ if f.name != everything
    )
    prefix = f"{inbox}{nested.delimiter}" if nested is not None and below_inbox else ""
    return Folders(inbox, sent, everything, found["junk"], found["trash"], others, prefix)


def _one(listed: list[Listed], kind: str, names: tuple[str, ...]) -> str:
    flagged = next((f.name for f in listed if f"\\{kind}" in {x.lower() for x in f.flags}), "")
    return flagged or next((f.name for n in names for f in listed if f.last == n), "")


def _aside(folder: Listed, found: dict[str, str]) -> bool:
    """Tell whether a folder is our own, of a kind that is not read, or below such a one."""
    unread = [found[kind] for kind in ("trash", "drafts", "junk") if found[kind]]
    below = any(folder.name.startswith(name + folder.delimiter) for name in unread if folder.delimiter)
    named = folder.last in _NAMES["trash"] or folder.last in _NAMES["drafts"]
    return below or named or folder.last == CLAIMS
