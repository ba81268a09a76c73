from blog.checks.finding import Finding, Level


def finding(**fields: str) -> Finding:
    return Finding(
        **{"rule": "r", "level": Level.SHOULD, "message": "m", "place": "body.1", "quote": "Studies show."}
        | fields
    )


class TestFingerprint:
    def test_moves_with_the_words(self) -> None:
        assert finding(place="body.2").fingerprint == finding().fingerprint

    def test_does_not_mind_spaces(self) -> None:
        assert finding(quote=" Studies  show. ").fingerprint == finding().fingerprint

    def test_changes_with_the_words(self) -> None:
        assert finding(quote="Studies showed.").fingerprint != finding().fingerprint

    def test_is_another_for_another_rule(self) -> None:
        assert finding(rule="q").fingerprint != finding().fingerprint

    def test_is_another_for_another_subject(self) -> None:
        assert finding(subject="page:7").fingerprint != finding().fingerprint


def test_what_is_broken_cannot_be_set_aside() -> None:
    assert [finding(level=level).can_be_dismissed for level in Level] == [False, True, True]
