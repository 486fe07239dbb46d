from typing import Any

from django.utils.translation import gettext_lazy as _

from spine_content.admin.panels import DraftPanel


class QualityPanel(DraftPanel):
    """Advice on plain and honest writing. It blocks nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Plain and honest"), **kwargs})

    class BoundPanel(DraftPanel.BoundPanel):
        css_class = "spine-quality"
        view_name = "spine_quality"
        report_name = "spine_quality_report"
        report_title = _("Plain and honest")
        unsaved = _(
            "Save the draft: what could be said more plainly, and what readers still "
            "miss, stands here. It only advises."
        )

        class Media:
            css = {"all": ["spine_content/css/admin/quality.css"]}
