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


def reference() -> str:
    """The reference as Markdown: every command with its arguments and options, in the order of the help."""
    lines = [_HEAD, *_command(program, "accede")]
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
        options = [option for option in command.params if isinstance(option, click.Option)]
        if options:
            yield "| option | |"
            yield "| --- | --- |"
            yield from (f"| {_names(option)} | {_says(option)} |" for option in options)
            yield ""


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
