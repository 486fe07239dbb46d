"""What every page in Arabic says about itself, before anything else."""

from site_project.demo.blocks import Block, callout

TITLE = "ترجمة لم تُراجَع بعد"
TEXT = (
    "أُعدّت هذه الترجمة بمساعدة الآلة، ولم يراجعها بعدُ أي طبيب أو ممرّض. "
    "الصفحة الإنجليزية هي الأصل."
)


def unread() -> Block:
    return callout(TITLE, TEXT)
