"""The command reference, made from the commands themselves: python -m accede.cli.reference > docs/commands.md"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from accede.cli.main import program

_HEAD = """# Commands

Made by `scripts/command-reference` from the program itself; a test holds it to the commands. `accede COMMAND --help` says
the same at the terminal.
"""

_OF_ANSWERS = {"treaty", "as_of", "known_on", "source", "as_json"}


def reference() -> str:
    """The reference as Markdown: every command with its arguments and options, in the order of the help."""
    lines = [_HEAD, *_command(program, "accede"), *_of_every_answer()]
    return "\n".join(lines).rstrip() + "\n"


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """The command and all under it, each with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        with click.Context(command) as ctx:
            for name in command.list_commands(ctx):
                held = command.get_command(ctx, name)
                assert held is not None
                yield from commands(held, f"{path} {name}")


def _command(root: click.Command, path: str) -> Iterator[str]:
    for words, command in commands(root, path):
        with click.Context(command, info_name=words) as ctx:
            usage = " ".join(command.collect_usage_pieces(ctx))
        yield f"## {words}\n"
        yield f"```\n{words} {usage}\n```\n"
        yield f"{_paragraphs(command.help or '')}\n"
        if command.epilog:
            yield f"{_shape(command.epilog)}\n"
        options = [option for option in command.params if isinstance(option, click.Option)]
        if _is_answer(options):
            options = [option for option in options if option.name not in _OF_ANSWERS]
            these = "and these:" if options else "and no others."
            yield f"It takes the [options of every answer](#options-of-every-answer) {these}\n"
        yield from _options(options)


def _options(options: list[click.Option]) -> Iterator[str]:
    if options:
        yield "| option | |"
        yield "| --- | --- |"
        yield from (f"| {_names(option)} | {_says(option)} |" for option in options)
        yield ""


def _of_every_answer() -> Iterator[str]:
    """The options that all answers share, once."""
    status = program.get_command(click.Context(program), "status")
    assert status is not None
    yield "## Options of every answer\n"
    yield from _options([option for option in status.params if isinstance(option, click.Option)])


def _is_answer(options: list[click.Option]) -> bool:
    return {option.name for option in options} >= _OF_ANSWERS


def _shape(epilog: str) -> str:
    """The JSON of a command, as code."""
    before, _, shape = epilog.partition("{")
    shape, _, after = f"{{{shape}".rpartition("}")
    return f"{before}`{shape}}}`{after}."


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _names(option: click.Option) -> str:
    names = [*option.opts, *option.secondary_opts]
    value = "" if option.is_flag else f" {option.metavar or _value(option)}"
    return ", ".join(f"`{name}{value}`" for name in names)


def _value(option: click.Option) -> str:
    return "/".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()


def _says(option: click.Option) -> str:
    words = [(option.help or "").replace("|", "\\|")]
    if option.required:
        words.append("Required.")
    if option.show_default and option.default is not None:
        words.append(f"Default: {option.default}.")
    return " ".join(words)


if __name__ == "__main__":
    sys.stdout.write(reference())
