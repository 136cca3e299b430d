"""Fill in a template: strict, sandboxed and capped. Templates come from anywhere; they may do nothing but fill in."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2 import Template as Compiled
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.letters.voices import PLAIN, wording
from pipeline.model import Template
from pipeline.model.errors import UserError

CAP = 20_000
TURNS = 10_000
_TURNS = "turns of loops"  # no name that a template can spell
_FILTERS = (
    "default",
    "d",
    "lower",
    "upper",
    "title",
    "capitalize",
    "trim",
    "first",
    "last",
    "join",
    "length",
)
_METHODS = frozenset({"lower", "upper", "title", "capitalize", "strip", "startswith", "endswith"})
_FORBIDDEN = (
    nodes.Concat,
    nodes.AssignBlock,
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.Block,
)
_TAGS_ONLY = re.compile(r"^([ \t]*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ \t]*)+)$", re.MULTILINE)
_WORDING = re.compile(r"^([1-9])\|[ \t]?(.*)$")
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_BRANCH = re.compile(r"^\{% (if|elif|else|endif)\b[^%]*%\}$")
_SOFT = "\1"  # ends a wording, which makes one paragraph with those that follow
_GONE = "\0"  # ends a line that holds tags alone, so that the line goes and the others keep their numbers


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox alone does not stop 'x' * 10**8, nor the other ways to make much of little."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator != "+":
            raise SecurityError(f'"{operator}" is not for letters')
        return _capped(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> None:
        """Leave str.format to is_safe_attribute, which refuses it: widths make much of little."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str):
            return attr in _METHODS
        return super().is_safe_attribute(obj, attr, value)


def render(template: Template, values: Mapping[str, object], voice: int = PLAIN) -> tuple[str, str]:
    """Fill in a template, in the wordings of a voice, and return subject and body.

    Raises UserError naming file and line: unknown names, syntax, what letters have no use for, over 20,000 characters or
    10,000 turns of loops.
    """
    if template.fault:
        raise UserError(template.fault)
    try:
        text = _generate(_compiled(template.text, template.where, voice), values)
    except TemplateSyntaxError as error:
        raise _fault(template, error.lineno, f"{error.message}") from error
    except (
        TemplateError,
        TypeError,
        ValueError,
        LookupError,
        ArithmeticError,
        AttributeError,
        RecursionError,
    ) as error:
        raise _fault(template, _line(error, template.where), str(error)) from error
    return _split(template, text)


def syntax_fault(template: Template) -> str:
    """Say with file and line what in a template can't be read, in whichever wording; "" where nothing is."""
    if template.fault:
        return template.fault
    try:
        _environment().parse(template.text, template.where, template.where)
    except TemplateSyntaxError as error:
        return str(_fault(template, error.lineno, f"{error.message}"))
    return ""


def in_voice(text: str, voice: int) -> str:
    """Take one wording of each sentence. Lines `1| …`, `2| …` are wordings of one, and the next `1|` begins another.

    The lines keep their numbers: one that is not taken leaves nothing behind.
    """
    lines = text.split("\n")
    for rank, first, last in _ranked(text):
        taken = first + wording(voice, rank, last - first)
        for i in range(first, last):
            found = _WORDING.match(lines[i])
            lines[i] = f"{found[2].rstrip()}{_SOFT}" if found and i == taken else _GONE
    return "\n".join(lines)


@lru_cache(maxsize=32)
def _ranked(text: str) -> Sequence[tuple[int, int, int]]:
    """Find the sentences that have wordings, as rank of their place by length, first line and one past the last."""
    lines = text.split("\n")
    sentences = list(_sentences(lines))
    longest = _by_length(sentences, lines)
    return [(longest.index(place), first, last) for place, first, last in sentences]


def _by_length(sentences: Sequence[tuple[int, int, int]], lines: Sequence[str]) -> list[int]:
    """Order a letter's places, the longest sentences first: among the first five voices differ most."""
    length = Counter[int]()
    for place, first, last in sentences:
        words = max(len(_TAGS.sub("", line).split()) for line in lines[first:last])
        length[place] = max(length[place], words if place >= 0 else 0)
    return sorted(length, key=lambda place: -length[place])


def _sentences(lines: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    """Find the sentences that have wordings, as place in the letter, first line and one past the last.

    Of an if and its else only one is in a letter, so they have the same places; the subject is before the first.
    """
    place, first, outer = -1 if lines[0].startswith("1|") else 0, 0, list[tuple[int, int]]()
    for i, line in enumerate([*lines, ""]):
        if first < i and not _continues(lines, i):
            yield place, first, i
            place += 1
        if not _continues(lines, i):
            first = i if line.startswith("1|") else i + 1
        tag = _BRANCH.match(line)
        if tag and tag[1] == "if":
            outer.append((place, place))
        elif tag and outer:
            before, most = outer.pop()
            most = max(most, place)
            place = most if tag[1] == "endif" else before
            if tag[1] != "endif":
                outer.append((before, most))


def _continues(lines: Sequence[str], i: int) -> bool:
    """Tell whether a line is one more wording of the sentence in the line before."""
    both = [_WORDING.match(line) for line in lines[max(i - 1, 0) : i + 1]]
    return len(both) == 2 and all(both) and int(both[1][1]) == int(both[0][1]) + 1  # type: ignore[index]


def _generate(compiled: Compiled, values: Mapping[str, object]) -> str:
    parts: list[str] = []
    size = 0
    for part in compiled.generate(**values, **{_TURNS: iter(range(TURNS))}):
        size += len(part)
        if size > CAP:
            raise SecurityError(f"the letter grows beyond {CAP:,} characters")
        parts.append(part)
    return "".join(parts)


def _split(template: Template, text: str) -> tuple[str, str]:
    text = text.replace(f"{_GONE}\n", "").replace(_GONE, "")
    text = re.sub(rf"{_SOFT}\n(?=[^\n]*{_SOFT})", " ", text).replace(_SOFT, "")
    head, _, body = text.lstrip().partition("\n\n")
    name, colon, subject = head.partition(":")
    if not colon or name.strip().lower() != "subject" or "\n" in head.strip():
        raise _fault(template, 1, 'a template begins with one line "Subject: ...", then a blank line')
    if not body.strip():
        raise _fault(template, 3, "there is no letter below the subject")
    return _tidy(subject), _tidy(body)


def _tidy(text: str) -> str:
    """Mend what blank cells leave behind: doubled blanks, empty paragraphs, a full stop after another mark."""
    text = re.sub(r"(?<=[^\s.!?:]) {2,}(?=\S)", " ", text)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    text = re.sub(r"([!?])\.(?=\s|$)", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?=\s|$)", ".", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


@lru_cache(maxsize=256)
def _compiled(text: str, where: str, voice: int) -> Compiled:
    env = _environment()
    if len(text) > CAP:
        raise SecurityError(f"the template is longer than {CAP:,} characters")
    plain = text.replace("\r\n", "\n").replace(_GONE, "").replace(_SOFT, "")
    text = _TAGS_ONLY.sub(rf"\1{_GONE}", in_voice(plain, voice))
    tree = env.parse(text, where, where)
    for node in list(tree.find_all((*_FORBIDDEN, nodes.For))):
        if not isinstance(node, nodes.For):
            raise TemplateSyntaxError(
                "macros, blocks, includes and ~ are not for letters", node.lineno, where, where
            )
        if node.recursive:
            raise TemplateSyntaxError(
                "loops within themselves are not for letters", node.lineno, where, where
            )
        node.iter = nodes.Filter(node.iter, _TURNS, [], [], None, None, lineno=node.lineno)
    return Compiled.from_code(env, env.compile(tree, where, where), {})


@lru_cache(maxsize=1)
def _environment() -> _Sandbox:
    env = _Sandbox(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    env.globals.clear()
    env.filters = {name: _capping(FILTERS[name]) for name in _FILTERS} | {_TURNS: _counted}
    return env


@pass_context
def _counted(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    """Count the turns of all loops of a letter together: nested ones that print nothing have an end too."""
    left = context.resolve(_TURNS)
    for item in items:
        if next(left, None) is None:
            raise SecurityError(f"its loops take more than {TURNS:,} turns")
        yield item


def _capping(function: Callable[..., Any]) -> Callable[..., Any]:
    from functools import wraps

    @wraps(function)
    def capped(*args: Any, **kwargs: Any) -> Any:
        return _capped(function(*args, **kwargs))

    return capped


def _capped(value: Any) -> Any:
    if isinstance(value, Sized) and len(value) > CAP:
        raise SecurityError(f"a text grows beyond {CAP:,} characters")
    return value


def _fault(template: Template, line: int, message: str) -> UserError:
    sentence = message.rstrip(".")
    return UserError(
        f"{template.where}:{line}: {sentence}. Correct the template, or remove it to use the one that comes "
        "with the program."
    )


def _line(error: BaseException, where: str) -> int:
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == where and f.lineno]
    return lines[-1] if lines else 1
