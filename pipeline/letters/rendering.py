"""Fill in a template: strict, sandboxed and capped. Templates come from anywhere; they may do nothing but fill in."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2 import Template as Compiled
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.letters.wordings import MARKS, PLAIN, SOFT, Worded, marked, present, taken, worded
from pipeline.model import Template
from pipeline.model.errors import UserError
from pipeline.model.texts import joined

CAP = 20_000
_TOO_LONG = f"the letter grows beyond {CAP:,} characters"
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


def render(template: Template, values: Mapping[str, object], voice: str = PLAIN) -> tuple[str, str]:
    """Fill in a template, in the wordings of a voice, and return subject and body.

    Raises UserError naming file and line: unknown names, syntax, what letters have no use for, over 20,000 characters or
    10,000 turns of loops.
    """
    return _split(template, taken(_filled_in(template, values), source(template.text), voice))


def worded_in(template: Template, values: Mapping[str, object]) -> list[Worded]:
    """List the sentences that have wordings and stand in this letter. Raises UserError as render does."""
    return present(_filled_in(template, values), source(template.text))


def source(text: str) -> str:
    """Give a template's text as it is looked at: line ends of one kind, none of our own marks."""
    text = text.replace("\r\n", "\n")
    for mark in (*MARKS, _GONE):
        text = text.replace(mark, "") if mark in text else text
    return text


def _filled_in(template: Template, values: Mapping[str, object]) -> str:
    if template.fault:
        raise UserError(template.fault)
    try:
        most = max((len(s.wordings) for s in worded(source(template.text))), default=1)
        text = _generate(_compiled(template.text, template.where), values, CAP * most)
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
    return text.replace(f"{_GONE}\n", "").replace(_GONE, "")


def syntax_fault(template: Template) -> str:
    """Say with file and line what in a template can't be read, in whichever wording; "" where nothing is."""
    if template.fault:
        return template.fault
    try:
        _environment().parse(template.text, template.where, template.where)
    except TemplateSyntaxError as error:
        return str(_fault(template, error.lineno, f"{error.message}"))
    return ""


def _generate(compiled: Compiled, values: Mapping[str, object], cap: int) -> str:
    parts: list[str] = []
    size = 0
    for part in compiled.generate(**values, **{_TURNS: iter(range(TURNS))}):
        size += len(part)
        if size > cap:
            raise SecurityError(_TOO_LONG)
        parts.append(part)
    return "".join(parts)


def _split(template: Template, text: str) -> tuple[str, str]:
    text = re.sub(rf"{SOFT}\n(?=[^\n]*{SOFT})", " ", text).replace(SOFT, "")
    if len(text) > CAP:
        raise _fault(template, 1, _TOO_LONG)
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


@lru_cache(maxsize=64)
def _compiled(text: str, where: str) -> Compiled:
    env = _environment()
    if len(text) > CAP:
        raise SecurityError(f"the template is longer than {CAP:,} characters")
    text = _TAGS_ONLY.sub(rf"\1{_GONE}", marked(source(text)))
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
    todo = "Correct the template, or remove it to use the one that comes with the program."
    return UserError(joined(f"{template.where}:{line}: {message}", todo))


def _line(error: BaseException, where: str) -> int:
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == where and f.lineno]
    return lines[-1] if lines else 1
