"""Packages: from what somebody hands in (files, folders, ZIP archives) to the files of an import, each with the shelf
of pictures beside it. Pure.

Owns where files are and which of them are no articles, the limits of archives, and how a picture is found by the name
and address a text gives it. Nothing is ever unpacked to a disk, and nothing outside a handed-in folder or archive is
ever opened. Knows no format and nothing of the site.
"""

from blog.importing.packages.folders import pictures_in
from blog.importing.packages.limits import BY_COMMAND, UPLOADED, Limits
from blog.importing.packages.package import Handed, Package
from blog.importing.packages.packing import packages
from blog.importing.packages.shelf import PictureFile, Shelf

__all__ = [
    "BY_COMMAND",
    "UPLOADED",
    "Handed",
    "Limits",
    "Package",
    "PictureFile",
    "Shelf",
    "packages",
    "pictures_in",
]
