import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finder, get_finders
from rjsmin import jsmin

from qnwellness.content import scripts

FINDER = "qnwellness.content.scripts.ScriptFinder"
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


class TestTheJoinedScriptsOfAPage:
    @pytest.fixture
    def folder(self, settings, tmp_path):
        settings.DATA_DIR = tmp_path / "data"
        settings.SCRIPTS = {"leaflet": {"first.js": "[data-a]", "second.js": ".b"}}
        settings.STATICFILES_DIRS = [tmp_path]
        finders.get_finder.cache_clear()
        for name in ("first", "second"):
            (tmp_path / f"{name}.js").write_text(f"const name = '{name}';\n", encoding="utf-8")
        yield tmp_path
        finders.get_finder.cache_clear()

    def test_run_each_in_a_scope_of_its_own_where_its_part_of_the_page_is(self, folder):
        assert scripts.join("leaflet").read_text(encoding="utf-8") == (
            "if(document.querySelector(\"[data-a]\")){const name = 'first';\n}\n"
            "if(document.querySelector(\".b\")){const name = 'second';\n}"
        )

    def test_import_and_export_nothing(self, folder):
        for line in ('import "./a.js";', "export const a = 1;"):
            (folder / "first.js").write_text(line, encoding="utf-8")
            with pytest.raises(scripts.CannotBeJoined, match=r"first\.js imports"):
                scripts.join("leaflet")

    def test_may_import_when_they_run(self, folder):
        (folder / "first.js").write_text("import(address);", encoding="utf-8")
        assert "import(address)" in scripts.join("leaflet").read_text(encoding="utf-8")

    def test_must_exist(self, folder):
        (folder / "second.js").unlink()
        with pytest.raises(scripts.CannotBeJoined, match=r"second\.js"):
            scripts.join("leaflet")

    @pytest.mark.parametrize("name", [*settings.SCRIPTS])
    def test_of_every_type_are_found_and_collected(self, name):
        assert Path(finders.find(f"scripts/{name}.js")).read_text(encoding="utf-8")
        assert f"scripts/{name}.js" in [path for path, _ in get_finder(FINDER).list(None)]
        assert not finders.find("scripts/no_such_page.js")
