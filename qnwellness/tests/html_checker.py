"""The Nu HTML checker, which `make test` installs."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / ".ci/validator/node_modules/vnu-jar/build/dist/vnu.jar"
SECONDS = 120


def check_html(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Return the errors and warnings of whole HTML pages, each with its page's name, none when all are valid.

    The pages are written to `folder`, which must be empty. Needs a Java runtime.
    """
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[path.name] = name
    command = [shutil.which("java") or "java", "-jar", CHECKER, "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--exit-zero-always", *map(folder.joinpath, names)],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    return [
        _told(message, names.get(Path(message.get("url", "")).name, ""))
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def _told(message: Mapping[str, object], name: str) -> str:
    line = message.get("lastLine", "?")
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{name + ': ' if name else ''}line {line}: {message['message']} ({extract})"
