from pathlib import Path

import pytest

from blog.importing.packages import Handed, packages
from blog.tests.importing.packages.packing import archive, keys, packed, refused, write

POSTS = {"tea.html": "<p>Tea", "spring/tea.html": "<p>Spring", "spring/cup.md": "# Cup"}


class TestWhatHoldsArticles:
    def test_is_a_file_a_folder_with_its_folders_and_an_archive(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "posts", POSTS)
        zipped = archive(tmp_path / "more.zip", {"coffee.txt": "Coffee"})
        found = packed(folder / "tea.html", folder, zipped)
        assert [package.file.name for package in found] == [
            "tea.html",
            "posts/spring/cup.md",
            "posts/spring/tea.html",
            "posts/tea.html",
            "more.zip/coffee.txt",
        ]
        assert found[-1].file.whole() == b"Coffee"
        assert [package.given for package in found] == [folder / "tea.html", *[folder] * 3, zipped]

    def test_is_nothing_that_systems_and_programs_leave_in_folders(self, tmp_path: Path) -> None:
        junk = {
            ".DS_Store": "x",
            "Thumbs.db": "x",
            "desktop.ini": "x",
            "__MACOSX/._tea.html": "x",
            ".git/config.txt": "x",
            "~$tea.docx": "x",
            "theme.css": "p{}",
            "theme.js": "1",
        }
        assert keys(write(tmp_path / "posts", {**junk, "tea.html": "<p>Tea"})) == ["tea.html"]
        assert keys(archive(tmp_path / "posts.zip", {**junk, "tea.html": "<p>Tea"})) == ["tea.html"]

    def test_is_no_picture_and_nothing_saved_with_a_page(self, tmp_path: Path) -> None:
        files = {
            "Tea – Shop.html": "<p>Tea",
            "Tea – Shop_files/frame.html": "<p>Advertisement",
            "Tea – Shop_files/leaf.png": b"1",
            "cup.JPEG": b"2",
            "notes_files/tea.txt": "No page was saved with this folder",
        }
        assert keys(write(tmp_path / "posts", files)) == ["Tea – Shop.html", "notes_files/tea.txt"]

    def test_is_told_where_a_file_is_of_another_kind(self, tmp_path: Path) -> None:
        names = {
            "tea.pdf": "save it as a Word document",
            "old.zip": "archive within",
            "a.mp3": "a sound or a film",
        }
        names |= {"tea.xyz": "hold no article"}
        folder = write(tmp_path / "posts", {**dict.fromkeys(names, b"x"), "tea.html": "<p>Tea"})
        reasons = refused(folder)
        assert set(reasons) == {f"posts/{name}" for name in names}
        for name, reason in names.items():
            assert reason in reasons[f"posts/{name}"]

    def test_is_whatever_is_named_itself(self, tmp_path: Path) -> None:
        folder = write(tmp_path, {"tea.pdf": b"%PDF", "leaf.png": b"\x89PNG"})
        assert keys(folder / "tea.pdf", folder / "leaf.png") == ["tea.pdf"]
        assert keys(folder / "leaf.png") == ["leaf.png"]

    def test_is_told_where_there_is_nothing(self, tmp_path: Path) -> None:
        assert refused(tmp_path / "tea.html") == {"tea.html": "There is no such file."}

    def test_is_a_word_document_and_no_archive(self, tmp_path: Path) -> None:
        document = archive(
            tmp_path / "tea.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}
        )
        assert keys(document) == ["tea.docx"]

    @pytest.mark.parametrize(
        ("files", "reason"),
        [
            ({"mimetype": "application/vnd.oasis.opendocument.text"}, "an OpenDocument file; save it as"),
            ({"mimetype": "application/epub+zip"}, "an e-book"),
            ({"Index/Document.iwa": "x"}, "a Pages document"),
        ],
    )
    def test_other_documents_say_what_to_save_them_as(
        self, tmp_path: Path, files: dict[str, str], reason: str
    ) -> None:
        assert reason in refused(archive(tmp_path / "tea.pages", files))["tea.pages"]

    def test_is_in_the_same_order_whatever_the_disk_says(self, tmp_path: Path) -> None:
        names = ["b.txt", "a.txt", "C.txt", "a/z.txt"]
        zipped = archive(tmp_path / "posts.zip", dict.fromkeys(names, "Tea"))
        assert keys(write(tmp_path / "posts", dict.fromkeys(names, "Tea"))) == keys(zipped) == sorted(names)


class TestKeys:
    def test_of_a_folder_and_its_archive_are_the_same(self, tmp_path: Path) -> None:
        expected = ["spring/cup.md", "spring/tea.html", "tea.html"]
        assert keys(write(tmp_path / "posts", POSTS)) == expected
        assert keys(archive(tmp_path / "flat.zip", POSTS)) == expected
        wrapped = {f"posts/{name}": data for name, data in POSTS.items()}
        assert keys(archive(tmp_path / "wrapped.zip", {**wrapped, "__MACOSX/posts/._x": ""})) == expected

    def test_of_an_upload_are_those_of_the_file_it_was(self, tmp_path: Path) -> None:
        path = tmp_path / "5f3a"
        path.write_text("Tea")
        assert keys(Handed(path, "tea.txt")) == ["tea.txt"]
        assert keys(Handed(path, "posts/spring/tea.txt")) == ["spring/tea.txt"]

    def test_of_files_with_one_name_differ_by_their_folders(self, tmp_path: Path) -> None:
        write(tmp_path, {"a/tea.txt": "A", "b/tea.txt": "B", "c/b/tea.txt": "C"})
        paths = [tmp_path / name / "tea.txt" for name in ("a", "b", "c/b")]
        assert keys(*paths) == ["tea.txt", "b/tea.txt", "c/b/tea.txt"]
        assert keys(paths[0], paths[0])[0] == "tea.txt"
        assert len(set(keys(*[Handed(paths[0], "tea.txt")] * 3))) == 3

    def test_are_never_longer_than_what_keeps_them(self, tmp_path: Path) -> None:
        name = "/".join(["long" * 20] * 5) + "/tea.txt"
        (key,) = keys(write(tmp_path / "posts", {name: "Tea"}))
        assert len(key) == 255
        assert key.endswith("/tea.txt")

    def test_are_the_same_however_accents_are_written(self, tmp_path: Path) -> None:
        (one,) = keys(write(tmp_path / "one", {"the\u0301.txt": "Tea"}))
        assert one == "th\u00e9.txt"


class TestPicturesBeside:
    def find(self, package: object, name: str, address: str = "") -> bytes | None:
        picture = package.folder.find(name, address)  # type: ignore[attr-defined]
        return picture.data(1000) if picture else None

    def test_a_file_lie_around_it_and_nowhere_else(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "posts/tea.html": "<p>Tea",
                "posts/leaf.png": b"beside",
                "posts/tea_files/cup.png": b"saved",
                "posts/images/pot.png": b"usual",
                "posts/deep/down/jar.png": b"exact",
                "posts/other/spoon.png": b"elsewhere",
                "secret.png": b"secret",
            },
        )
        (package,) = packed(tmp_path / "posts" / "tea.html")
        assert self.find(package, "leaf.png") == b"beside"
        assert self.find(package, "cup.png", "./tea_files/cup.png") == b"saved"
        assert self.find(package, "cup.png", "https://shop.example/cup.png?v=3") == b"saved"
        assert self.find(package, "pot.png") == b"usual"
        assert self.find(package, "jar.png", "deep/down/jar.png") == b"exact"
        assert self.find(package, "spoon.png") is None
        assert self.find(package, "secret.png", "../secret.png") is None
        assert self.find(package, "../secret.png") is None
        assert self.find(package, "secret.png", str(tmp_path / "secret.png")) is None

    def test_a_link_in_a_folder_leads_nowhere_else(self, tmp_path: Path) -> None:
        write(tmp_path, {"posts/tea.html": "<p>Tea", "secret.png": b"secret", "secret.txt": "Secret"})
        (tmp_path / "posts/leaf.png").symlink_to(tmp_path / "secret.png")
        (tmp_path / "posts/note.txt").symlink_to(tmp_path / "secret.txt")
        (tmp_path / "posts/all").symlink_to(tmp_path)
        (alone,) = packed(tmp_path / "posts/tea.html")
        assert self.find(alone, "leaf.png", "leaf.png") is None
        found = list(packages([tmp_path / "posts"]))
        assert sorted(getattr(entry, "place", "") for entry in found) == [
            "",
            "posts/all",
            "posts/leaf.png",
            "posts/note.txt",
        ]
        (package,) = [entry for entry in found if hasattr(entry, "folder")]
        assert self.find(package, "leaf.png", "leaf.png") is None

    @pytest.mark.parametrize("packs", [write, archive])
    def test_a_file_in_a_folder_or_archive_are_anywhere_in_it(self, tmp_path: Path, packs: object) -> None:
        files = {
            "a/tea.html": "<p>Tea",
            "a/leaf.png": b"a",
            "b/tea.html": "<p>Tea",
            "b/leaf.png": b"b",
            "media/Große Tasse.PNG": b"cup",
        }
        first, second = packed(packs(tmp_path / "posts.zip", files))  # type: ignore[operator]
        assert self.find(first, "leaf.png") == b"a"
        assert self.find(second, "leaf.png") == b"b"
        assert self.find(second, "leaf.png", "../a/leaf.png") == b"a"
        assert self.find(second, "leaf.png", "/a/leaf.png") == b"a"
        assert self.find(first, "", "../media/gro%C3%9Fe%20tasse.png") == b"cup"
        assert self.find(first, "große tasse.png") == b"cup"
        assert self.find(first, "leaf.png", "../../../b/leaf.png") == b"b"

    def test_an_export_may_be_handed_in_with_it(self, tmp_path: Path) -> None:
        write(tmp_path, {"export/blog.xml": "<rss/>", "uploads/2024/05/leaf-300x200.png": b"leaf"})
        package, *_rest = packed(tmp_path / "export/blog.xml", tmp_path / "uploads")
        address = "https://blog.example/wp-content/uploads/2024/05/leaf.png"
        assert self.find(package, "leaf.png", address) == b"leaf"

    def test_uploads_are_the_other_uploads(self, tmp_path: Path) -> None:
        write(tmp_path, {"1": "<p>Tea", "2": b"leaf", "3": b"cup", "leaf.png": b"not handed in"})
        given = [
            Handed(tmp_path / "1", "posts/tea.html"),
            Handed(tmp_path / "2", "posts/img/leaf.png"),
            Handed(tmp_path / "3", "cup.png"),
        ]
        (package,) = packed(*given)
        assert self.find(package, "leaf.png", "img/leaf.png") == b"leaf"
        assert self.find(package, "cup.png") == b"cup"
        (package,) = packed(given[0], beside=given[1:2])
        assert self.find(package, "leaf.png", "img/leaf.png") == b"leaf"
        assert self.find(package, "cup.png") is None
        (package,) = packed(given[0])
        assert self.find(package, "leaf.png") is None

    def test_may_be_inside_the_text(self, tmp_path: Path) -> None:
        (package,) = packed(write(tmp_path, {"tea.html": "<p>Tea"}) / "tea.html")
        address = "data:image/png;base64,iVBORw0KGgo="
        found = package.folder.find("leaf.png", address)
        assert found is not None
        assert (found.name, found.size, found.data(10)) == ("leaf.png", 8, b"\x89PNG\r\n\x1a\n")
        for broken in ("data:image/png;base64,%%", "data:text/html,<p>", "data:image/png;base64,", "data:"):
            assert package.folder.find("", broken) is None
