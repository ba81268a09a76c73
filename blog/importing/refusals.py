"""What the site says of content it cannot hold, as one line."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError


def reason(problem: ValidationError) -> str:
    """Return the messages of an error in one line, those of blocks inside blocks with the way to them."""
    return "; ".join(_messages(problem))


def _messages(problem: ValidationError) -> Iterator[str]:
    nested: dict | None = getattr(problem, "block_errors", None)
    if nested:
        items = nested.items() if isinstance(nested, dict) else enumerate(nested)
        for place, inner in items:
            for error in inner.as_data() if isinstance(inner, list) else [inner]:
                if error:
                    yield from (f"{place}: {message}" for message in _messages(error))
    elif hasattr(problem, "error_dict"):
        for name, messages in problem.message_dict.items():
            yield f"{name}: {' '.join(messages)}"
    else:
        yield from problem.messages
