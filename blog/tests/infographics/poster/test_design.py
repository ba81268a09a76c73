import hashlib

from blog.infographics.poster.faces import FACES, svg
from blog.infographics.poster.value import DESIGN

from .examples import BARE, EVERYTHING

# The drawings of today. Their names are made of what they show and of DESIGN: pictures already published are drawn
# anew only when that is raised.
DRAWN = (1, "8066bf80252faa08")


def test_a_change_of_the_drawing_raises_its_number() -> None:
    drawings = "".join(svg(poster, face) for poster in (EVERYTHING, BARE) for face in FACES)
    found = hashlib.sha256(drawings.encode()).hexdigest()[:16]
    assert (DESIGN, found) == DRAWN, (
        "The drawing of posters has changed. Raise DESIGN in blog/infographics/poster/value.py by one, so that "
        f"published pictures are drawn anew, and write DRAWN = ({DRAWN[0] + 1}, {found!r}) in this file. "
        "Look at the pictures, then renew those in pictures/ as its README says."
    )
