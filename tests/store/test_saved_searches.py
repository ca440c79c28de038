from pathlib import Path

from dateline.store import Desk, SavedSearch


def test_searches_are_kept_renewed_and_forgotten(tmp_path: Path) -> None:
    one = SavedSearch("oslo", "in:Oslo", "2025-03-15T10:00Z", "2025-03-15T10:00Z", frozenset({"event-1", "report-2"}))
    other = SavedSearch("a \"b\" 'c'; drop table", "salmon", "2025-03-16", "2025-03-16", frozenset())
    with Desk(tmp_path / "a.desk") as desk:
        desk.save_search(one)
        desk.save_search(other)
    with Desk(tmp_path / "a.desk", create=False) as desk:
        assert desk.searches() == (other, one)
        later = SavedSearch("oslo", "in:Oslo src>=2", "2025-03-17", "2025-03-17", frozenset({"event-3"}))
        desk.save_search(later)
        assert desk.searches() == (other, later)
        assert desk.forget_search(other.name)
        assert not desk.forget_search(other.name)
        assert desk.searches() == (later,)
