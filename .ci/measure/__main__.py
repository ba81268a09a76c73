"""Measures the site as production serves it: `python .ci/measure [weight] [html] [axe] [lighthouse]`.

Everything by default. Prints the figures; the exit status is 1 when a promise is broken, 2 for a wrong call.
"""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import lighthouse
import pages
from parts import PARTS
from served import served


def main(names: list[str]) -> int:
    """Measure the named parts and return the exit status."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"No such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    broken = []
    with tempfile.TemporaryDirectory(prefix="qnwellness-measure-", ignore_cleanup_errors=True) as folder:
        print("Setting the site up as production serves it, with the demo in it ...", flush=True)
        with served(Path(folder)) as site:
            pages.warm(site)
            for name in names or PARTS:
                broken += _measured(name, site, chromium, Path(folder, name))
    print(
        "\n" + "\n".join(["Broken promises:", *broken] if broken else ["Every promise is kept."]), flush=True
    )
    return 1 if broken else 0


def _measured(name: str, site: str, chromium: str, folder: Path) -> list[str]:
    folder.mkdir()
    try:
        return PARTS[name](site, chromium, folder)
    except lighthouse.LighthouseFailed as problem:
        return [f"Lighthouse could not judge {problem}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
