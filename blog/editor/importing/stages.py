"""Where an import stands between its files and its drafts, and one step further."""

from enum import StrEnum

from ...importing.decisions import Questions, questions
from ...importing.runs.applying import apply_slice
from ...importing.runs.planning import plan_slice
from ...importing.runs.reading import read_slice
from ...models import ImportItem, ImportRun

_STATUS = ImportRun.Status
# How long a step takes, about: a web server ends a request after 30 seconds, and a person wants to see it move.
SECONDS = 2.0
# The longest name a decision holds.
LONGEST = 255


class Stage(StrEnum):
    """What somebody sees who opens an import."""

    READING = "reading"
    QUESTIONS = "questions"
    PLANNING = "planning"
    PLAN = "plan"
    RUNNING = "running"
    STOPPED = "stopped"
    COMMAND = "command"
    DONE = "done"

    @property
    def goes_on(self) -> bool:
        """Tell whether `go_on` takes it further without anybody's answer."""
        return self in (Stage.READING, Stage.PLANNING, Stage.RUNNING, Stage.STOPPED)


_STAGES = {
    _STATUS.READING: Stage.READING,
    _STATUS.PLANNED: Stage.PLAN,
    _STATUS.RUNNING: Stage.RUNNING,
    _STATUS.FAILED: Stage.STOPPED,
    _STATUS.DONE: Stage.DONE,
    _STATUS.UNDONE: Stage.DONE,
}


def stage_of(run: ImportRun) -> Stage:
    """Return where a run stands."""
    if run.status == _STATUS.MAPPING:
        return Stage.QUESTIONS if open_questions(run) else Stage.PLANNING
    stage = _STAGES[run.status]
    is_by_command = run.trigger == ImportRun.Trigger.COMMAND
    return Stage.COMMAND if is_by_command and stage is not Stage.DONE else stage


def open_questions(run: ImportRun) -> Questions:
    """Return what somebody has to decide before the run is planned: asked once, before its first article is."""
    if run.items.filter(state=ImportItem.State.PLANNED).exists():
        return Questions()
    return _askable(questions(run.items.filter(state=ImportItem.State.READ).defer("report")))


def _askable(asked: Questions) -> Questions:
    """Return the questions whose answers can be remembered; other names stay what they are."""
    return Questions(
        [one for one in asked.authors if len(one.said) <= LONGEST],
        [one for one in asked.tags if max(map(len, (one.means, *one.said))) <= LONGEST],
        [one for one in asked.products if len(one.handle) <= LONGEST],
        [one for one in asked.slugs if len(one.source) <= LONGEST],
    )


def go_on(run: ImportRun, stage: Stage, seconds: float = SECONDS) -> None:
    """Take a run a step further. Raises Busy when another import is at work, and nothing else."""
    if stage is Stage.READING:
        read_slice(run, seconds)
    elif stage is Stage.PLANNING:
        plan_slice(run, seconds)
    elif stage in (Stage.RUNNING, Stage.STOPPED):
        apply_slice(run, seconds)
