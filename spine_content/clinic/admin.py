from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn

from spine_content.admin.viewsets import ClinicSnippetViewSet
from spine_content.clinic.models import Person, WarningSign


class WarningSignViewSet(ClinicSnippetViewSet):
    model = WarningSign
    icon = "warning"
    empty_state = _(
        "A warning sign says when to get help. It is written once, with its urgency, "
        "and used on many pages."
    )
    list_display = ["text", "urgency", LiveStatusTagColumn(label=_("Status"))]
    list_filter = ["urgency"]


class PersonViewSet(ClinicSnippetViewSet):
    model = Person
    icon = "user"
    empty_state = _(
        "People who write and review, with their credentials and interests. Every page "
        "names its authors, so begin with yourself."
    )
    list_display = [
        "name",
        "role",
        "credentials",
        LiveStatusTagColumn(label=_("Status")),
    ]
