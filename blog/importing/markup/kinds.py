"""Names of elements by what browsers make of them."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed frame hr img input keygen link meta param source track wbr")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = _names(
    """
    html head body address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li listing main
    map menu nav noscript object ol option optgroup p plaintext pre search section select summary table tbody td
    template text textarea tfoot th thead title tr ul video audio xmp foreignobject
    """
)
# An open paragraph ends where one of these begins.
ENDS_PARAGRAPH = BLOCKS - _names(
    "button iframe noscript object option optgroup select text video audio map td th tr tbody thead tfoot caption"
)
CELLS = _names("td th caption")
LISTS = _names("ul ol menu dir")
# Words in these are never on the page.
UNSEEN = _names(
    "script style template datalist head title meta link base param source track desc metadata defs symbol"
)
PLAYERS = _names("iframe video audio embed object")
