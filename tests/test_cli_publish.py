"""What `accede publish` says before it writes anything."""

import json


def test_what_waits_to_be_confirmed_is_a_finding_and_nothing_is_written(program, tmp_path):
    folder = tmp_path / "site"
    answer = program("publish", folder)
    assert answer.code == 1
    assert answer.out.startswith("The public will see what it did not see before:")
    assert not folder.exists()


def test_with_json_it_is_json_and_nothing_else(program, tmp_path):
    answer = program("publish", tmp_path / "site", "--json")
    assert answer.code == 1
    new = json.loads(answer.out)["new"]
    assert {"kind": "state", "key": "ARM"}.items() <= next(each for each in new if each["key"] == "ARM").items()
    assert set(new[0]) == {"kind", "key", "version", "source", "came_from", "reason"}
    assert all(each["came_from"] is None for each in new)
