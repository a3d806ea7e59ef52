"""The command reference is made from the program, and nothing in the program is without words."""

from pathlib import Path

import click
import pytest

from accede.cli.main import program
from accede.cli.reference import commands, reference

DOCUMENT = Path(__file__).parents[1] / "docs" / "commands.md"
ALL = dict(commands(program, "accede"))


def test_the_reference_is_up_to_date():
    assert DOCUMENT.read_text(encoding="utf-8") == reference(), "run scripts/command-reference"


@pytest.mark.parametrize("path", ALL)
def test_every_command_and_option_has_words(path):
    assert ALL[path].help
    assert all(option.help for option in ALL[path].params if isinstance(option, click.Option))


def test_the_commands_of_the_contract_are_there():
    reading = "status state votes attendance gaps changes calc"
    writing = (
        "setup serve work publish user import review accept release withdraw check paper export backup restore verify"
    )
    assert {path.split()[1] for path in ALL if path != "accede"} == set(f"{reading} {writing}".split())
    assert {"accede user add", "accede paper status"} <= set(ALL)


@pytest.mark.parametrize(
    "path", [path for path, command in ALL.items() if any(p.name == "as_json" for p in command.params)]
)
def test_a_command_that_prints_json_tells_its_shape(path):
    assert ALL[path].epilog.startswith("With --json: {")
