"""The nutrients this site has figures of, each with the names it goes by in texts.

A name is compared without regard to case, as whole words. "K2" and "D3" are forms of their vitamin.
"""

NUTRIENTS: dict[str, tuple[str, ...]] = {
    "vitamin D": ("vitamin D", "vitamin D3", "vitamin D2", "D3", "D2", "cholecalciferol", "ergocalciferol"),
    "vitamin K": (
        "vitamin K",
        "vitamin K1",
        "vitamin K2",
        "K1",
        "K2",
        "MK-7",
        "MK-4",
        "menaquinone",
        "phylloquinone",
    ),
    "calcium": ("calcium",),
    "magnesium": ("magnesium",),
    "zinc": ("zinc",),
    "manganese": ("manganese",),
    "vitamin C": ("vitamin C", "ascorbic acid"),
}
