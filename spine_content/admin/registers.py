"""The clinic's registers. Imported from ``wagtail_hooks`` only, see the base."""

from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from spine_content.admin.consent_form_register import ConsentFormAdmin
from spine_content.admin.consent_register import ConsentAdmin
from spine_content.admin.import_register import ImportRunAdmin
from spine_content.admin.review_register import ReviewAdmin


class ClinicRegisters(ModelAdminGroup):
    """The menu of records that are kept, filtered and inspected, never published."""

    menu_label = _("Clinic registers")
    menu_item_name = "clinic-registers"
    menu_icon = "folder-inverse"
    menu_order = 160
    items = (ConsentAdmin, ConsentFormAdmin, ReviewAdmin, ImportRunAdmin)
