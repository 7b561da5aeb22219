"""Files and functions stay short: the tail of the distribution tells good houses from bad ones."""

from tests.architecture.sources import (
    files,
    functions,
    length,
    median,
    percentile_95,
    place,
    production_code,
    templates,
)


def _lines(path):
    return path.read_text().count("\n")


def test_no_file_is_too_long():
    assert [f"{place(path)}: {_lines(path)} lines" for path in production_code() if _lines(path) > 500] == []


def test_files_are_short():
    lengths = [_lines(path) for path in production_code()]

    assert (median(lengths) <= 90, percentile_95(lengths) <= 350) == (True, True)


def test_no_function_is_too_long():
    too_long = [
        f"{place(path)}:{node.lineno} {node.name}: {length(node)} lines"
        for path in production_code()
        for node in functions(path)
        if length(node) > 60
    ]

    assert too_long == []


def test_functions_are_short():
    lengths = [length(node) for path in production_code() for node in functions(path)]

    assert (median(lengths) <= 8, percentile_95(lengths) <= 30) == (True, True)


def test_templates_are_short():
    assert median([_lines(path) for path in templates()]) <= 25


def test_tests_are_short():
    nodes = [node for path in files(".py", under=("tests",)) for node in functions(path)]

    assert median([length(node) for node in nodes if node.name.startswith("test_")]) <= 12
