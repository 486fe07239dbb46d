from spine_content.models import Measure, Treatment


def test_a_treatment_is_called_by_its_short_label_in_tables():
    long = Treatment(name="Percutaneous vertebroplasty")
    assert str(long) == long.label == "Percutaneous vertebroplasty"
    long.short_label = "Vertebroplasty"
    assert long.label == "Vertebroplasty"
    assert str(long) == "Percutaneous vertebroplasty"


def test_doing_nothing_is_a_choice_like_any_other():
    kinds = [kind for kind, _label in Treatment.Kind.choices]
    assert kinds == ["procedure", "non_surgical", "no_treatment"]


def test_measures_are_ordered_by_group_and_order(db):
    for group, order, question in [
        ("involves", 2, "How long does it take?"),
        ("benefits", 9, "Does pain get better?"),
        ("involves", 1, "Is it done under a general anaesthetic?"),
    ]:
        Measure.objects.create(
            group=group, order=order, question=question, kind="answer"
        )
    assert [str(measure) for measure in Measure.objects.all()] == [
        "Does pain get better?",
        "Is it done under a general anaesthetic?",
        "How long does it take?",
    ]
