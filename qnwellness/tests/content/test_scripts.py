import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders
from rjsmin import jsmin

from qnwellness.content import scripts

FOLDERS = [
    *(Path(apps.get_app_config(app).path, "static") for app in ("blog", "products")),
    *map(Path, settings.STATICFILES_DIRS),
]
OURS = {
    str(path.relative_to(folder)): path for folder in FOLDERS for path in sorted(folder.glob("*/js/**/*.js"))
}


@pytest.fixture(params=[*OURS])
def served(request, settings, tmp_path):
    """The text of one of our scripts as it is served, and as it is written."""
    settings.DATA_DIR = tmp_path
    found = Path(finders.find(request.param))
    assert tmp_path in found.parents
    return found.read_text(encoding="utf-8"), OURS[request.param].read_text(encoding="utf-8")


def test_our_scripts_are_served_in_fewer_letters(served):
    short, written = served
    assert 0 < len(short) < len(written)
    assert not re.search(r"^\s*(//|/\*|\*)", short, re.MULTILINE)


def test_a_browser_can_read_them(served, require, tmp_path):
    node = shutil.which("node")
    require(node, "there is no node to read scripts with")
    module = tmp_path / "script.mjs"
    module.write_text(served[0], encoding="utf-8")
    done = subprocess.run([node, "--check", module], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "script",
    [
        "const a=`  two  ${b ? c : d}  // kept  `;",
        r"const a=/[/]  \/\/ x/g;",
        "const a='// kept';",
        "a=b+ ++c;",
        "export const a=async()=>{};",
    ],
)
def test_what_means_something_stays(script):
    assert jsmin(script) == script


def test_none_of_them_nests_one_template_in_another(served):
    # The one thing the minifier does not see: it would take the spaces out of the inner one.
    assert not re.search(r"\$\{[^}]*`", served[1])


def test_a_changed_script_is_served_anew(settings, tmp_path):
    script = tmp_path / "changing.js"
    settings.DATA_DIR = tmp_path / "data"
    for text in ("first()", "second()"):
        script.write_text(f"// Why.\n{text};\n", encoding="utf-8")
        copy = Path(scripts._copy("blog/js/changing.js", str(script)))
        assert copy.read_text(encoding="utf-8") == f"{text};"


def test_what_others_ship_is_left_alone(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert tmp_path not in Path(finders.find("wagtailadmin/js/core.js")).parents
    assert finders.find("blog/js/no_such_script.js") is None


def test_all_of_them_are_collected_from_the_copies(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    collected = {
        path: Path(storage.path(path)) for finder in get_finders() for path, storage in finder.list(None)
    }
    assert OURS.keys() <= set(collected)
    assert all(tmp_path in collected[path].parents and collected[path].exists() for path in OURS)
    assert tmp_path not in collected["wagtailadmin/js/core.js"].parents
