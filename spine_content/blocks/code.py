from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CodeBlock(blocks.StructBlock):
    """The code of the procedure in a coding system that other software reads."""

    system = blocks.ChoiceBlock(
        label=_("System"),
        help_text=_("Who gives out the code."),
        choices=[
            ("SNOMED CT", "SNOMED CT"),
            ("ICD-10-PCS", "ICD-10-PCS"),
            ("OPCS-4", "OPCS-4"),
            ("CPT", "CPT"),
            ("OPS", "OPS"),
            ("CCAM", "CCAM"),
        ],
    )
    code = blocks.CharBlock(
        label=_("Code"), max_length=40, help_text=_("As it is printed there.")
    )

    class Meta:
        icon = "code"
        label = _("Code")
