from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn

from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.glossary.models import GlossaryTerm


class GlossaryTermViewSet(ClinicSnippetViewSet):
    model = GlossaryTerm
    icon = "comment"
    empty_state = _(
        "Words that patients meet, with a plain meaning. Pages explain each where it "
        "is first used."
    )
    list_display = ["term", "meaning", LiveStatusTagColumn(label=_("Status"))]
