"""Nothing lies about unused: each name of the program is said a second time, in it or in a page."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.contracts.tree import PACKAGE, ROOT, python_files, shown

# Asked for by a library, under the name that it has there.
ASKED_FOR = {
    "signalering/cli/buffered.py": {"parser_class", "channel_class"},
    "signalering/cli/main.py": {"list_commands", "get_command"},
    "signalering/cli/server.py": {
        *("worker_class", "preload_app", "loglevel"),
        *("child_exit", "on_exit", "when_ready"),
    },
    "signalering/extensions.py": {"_make_engine"},
    "signalering/forms/base.py": {"Meta", "bind_field", "get_translations"},
    "signalering/models/base.py": {
        *("impl", "cache_ok", "process_bind_param", "process_result_value"),
    },
    "signalering/services/network/write.py": {"max_count"},
    "signalering/web/bodies.py": {"form_data_parser_class"},
    "signalering/web/compact.py": {"preprocess"},
    "signalering/web/logs.py": {"emit"},
    "signalering/web/visitor.py": {"is_active", "is_anonymous"},
}
# Named so that it is loaded: tables are known by being there.
ASKED_FOR["signalering/models/tables.py"] = {"MODULES"}
WORD = re.compile(r"[^\W\d]\w*")
SAYING = {".py", ".html", ".js", ".xml", ".json", ".toml"}


def said() -> Counter[str]:
    """How often each word stands in the program, its pages, its migrations and its beginning."""
    words: Counter[str] = Counter()
    places = [*PACKAGE.rglob("*"), *(ROOT / "migrations").rglob("*.py"), ROOT / "pyproject.toml"]
    for path in places:
        if path.suffix in SAYING:
            words.update(WORD.findall(path.read_text("utf-8")))
    return words


def made(tree: ast.AST) -> Iterator[str]:
    """Names of functions, classes, fields and constants; codes of closed lists are data."""
    codes = {
        id(line)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith("Enum") for base in node.bases)
        for line in node.body
    }
    for node in ast.walk(tree):
        if id(node) in codes:
            continue
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if not getattr(node, "decorator_list", None) or isinstance(node, ast.ClassDef):
                yield node.name
        elif isinstance(node, ast.Assign):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def unused(path: Path, words: Counter[str]) -> set[str]:
    names = set(made(ast.parse(path.read_text("utf-8"))))
    # wtforms calls a field's own check by its name.
    return {name for name in names if words[name] == 1 and not name.startswith(("__", "validate_"))}


def test_each_name_is_said_twice() -> None:
    words = said()
    found = {shown(path): names for path in python_files(PACKAGE) if (names := unused(path, words))}
    assert found == ASKED_FOR
