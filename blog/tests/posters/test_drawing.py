"""The process a PNG is made in."""

import os
import struct
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from blog.infographics.poster.faces import FACES
from blog.posters import drawing, rasterise
from blog.posters.drawing import CannotDraw, rasterised

WHITE = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="9" height="9"/></svg>'


def program(tmp_path, monkeypatch, text: str) -> None:
    """Let this program make the pictures."""
    path = tmp_path / "program.py"
    path.write_text(text)
    monkeypatch.setattr(drawing, "_PROGRAM", path)


@pytest.mark.parametrize("face", sorted(rasterise.SIZES))
def test_a_picture_has_the_size_of_its_face(face):
    width, height = rasterise.SIZES[face]
    assert (FACES[face].width, FACES[face].height) == (width, height)
    png = rasterised(WHITE.replace("1200", str(width)).replace("630", str(height)), face)
    assert struct.unpack(">II", png[16:24]) == (width, height)


def test_a_drawing_of_another_shape_is_no_picture():
    with pytest.raises(CannotDraw):
        rasterised(WHITE, "pin")


def test_two_runs_give_the_same_bytes():
    assert rasterised(WHITE, "card") == rasterised(WHITE, "card")


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "no drawing",
        "<svg",
        WHITE.replace("<rect", '<image href="/etc/hostname"/><rect'),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + WHITE,
        WHITE.replace("<rect", "<!-- --><rect"),
        "<svg>" + "<g>" * 100_000,
    ],
    ids=["nothing", "words", "half", "file", "entity", "comment", "nested"],
)
def test_anything_else_than_our_drawings_is_refused(svg):
    with pytest.raises(CannotDraw):
        rasterised(svg, "card")


def test_a_drawing_of_outrageous_size_harms_nobody():
    """Drawn as large as it says it is, it would end the whole process, and with it every request."""
    huge = WHITE.replace("1200", "100000").replace("630", "100000")
    with pytest.raises(CannotDraw):
        rasterised(huge, "card")


def test_a_size_that_is_not_in_the_list_is_drawn_by_nobody():
    with pytest.raises(CannotDraw):
        rasterised(WHITE, "100000x100000")


def test_a_process_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    mark = tmp_path / "pid"
    program(
        tmp_path,
        monkeypatch,
        f"import os, time, pathlib; pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(60)",
    )
    monkeypatch.setattr(drawing, "SECONDS", 1)
    begun = monotonic()
    with pytest.raises(CannotDraw, match="longer than 1 seconds"):
        rasterised(WHITE, "card")
    assert monotonic() - begun < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_a_process_that_fills_the_memory_is_ended():
    """Asks for more than it is given, by the limits the program sets itself."""
    folder = Path(rasterise.__file__).parent
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); import rasterise; rasterise.limit(); bytearray(2**30)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False)
    assert done.returncode
    assert b"MemoryError" in done.stderr


def test_a_process_that_cannot_write_files_leaves_none(tmp_path):
    folder = Path(rasterise.__file__).parent
    code = (
        f"import sys; sys.path.insert(0, {str(folder)!r}); import rasterise; rasterise.limit()\n"
        f"with open({str(tmp_path / 'left')!r}, 'w') as file: file.write('x' * 100)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False)
    assert done.returncode
    assert not (tmp_path / "left").read_bytes()


def test_the_process_knows_nothing_of_the_site(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "a secret")
    program(
        tmp_path,
        monkeypatch,
        "import os, sys; sys.exit(repr((sorted(os.environ), [n for n in sys.modules if 'django' in n])))",
    )
    with pytest.raises(CannotDraw) as failed:
        rasterised(WHITE, "card")
    assert "SECRET" not in str(failed.value)
    assert "django" not in str(failed.value)


def test_no_file_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    rasterised(WHITE, "card")
    assert not list(tmp_path.iterdir())
