from qnwellness.answers.parts import made_of, recording, row


def test_what_is_said_while_it_is_made_is_heard() -> None:
    with recording() as heard:
        made_of("a", row("page", 7))
    made_of("b")
    assert heard == {"a", "page:7"}


def test_what_an_inner_part_is_made_of_the_whole_is_made_of_as_well() -> None:
    with recording() as outer:
        made_of("a")
        with recording() as inner:
            made_of("b")
    assert inner == {"b"}
    assert outer == {"a", "b"}


def test_nothing_is_heard_where_nobody_listens() -> None:
    made_of("a")
    with recording() as heard:
        pass
    assert heard == set()
