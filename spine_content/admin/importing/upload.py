"""The first step: which file, and below which page."""

from typing import Any

from django import forms
from django.db import transaction
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.widgets import AdminPageChooser
from wagtail.permissions import page_permission_policy

from spine_content.admin.importing.base import ImportPage
from spine_content.importing import ImportRefused, uploads
from spine_content.importing.building.kinds import page_model
from spine_content.importing.planning import begin, stop_old
from spine_content.importing.steps import unfinished

ENDINGS = (".html", ".htm", ".zip", ".xml")


class UploadForm(forms.Form):
    """A file of the old site, and the page that its drafts are put below."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text=_(
            "An HTML page, a zip of HTML pages with their pictures, or a WordPress "
            "export (.xml). At most %(size)s."
        )
        % {"size": filesizeformat(uploads.LARGEST)},
    )
    parent: Any = forms.ModelChoiceField(
        label=_("Below which page"),
        queryset=None,
        help_text=_("The drafts are put below it. You can move them later."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["parent"]
        allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
        field.queryset = page_model().objects.filter(pk__in=allowed.values("pk"))
        field.widget = AdminPageChooser(target_models=[page_model()])
        field.widget.is_required = True

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(
                _("Choose a file that ends in .html, .zip or .xml.")
            )
        if file.size > uploads.LARGEST:
            raise forms.ValidationError(
                _(
                    "The file is larger than %(size)s. Divide it, or have it imported "
                    "on the server, where there is no such limit."
                )
                % {"size": filesizeformat(uploads.LARGEST)}
            )
        return file


class UploadView(ImportPage, FormView):  # type: ignore[type-arg]
    """Takes the file, and begins to read it."""

    template_name = "spine_content/admin/import_upload.html"
    form_class = UploadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: Any) -> Any:
        user, file = self.request.user, form.cleaned_data["file"]
        token = ""
        stop_old()
        try:
            run = begin(file.name, form.cleaned_data["parent"], user)
            token = uploads.keep(file)
            with transaction.atomic():
                run.upload = token
                run.save()
        except (ImportRefused, OSError) as reason:
            uploads.discard(token)
            form.add_error(None, str(reason))
            return self.form_invalid(form)
        return redirect("spine_import:run", run.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(waiting=unfinished(self.request.user), **kwargs)
