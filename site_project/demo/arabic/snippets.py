"""Treatments, signs and telephone lines in Arabic. No number of a fact is here."""

from typing import Any

Row = dict[str, str]

TREATMENTS: dict[str, Row] = {
    "vertebroplasty": {
        "name": "رأب الفقرة",
        "also_known_as": "Vertebroplasty",
        "aim": "تخفيف ألم عظمة مكسورة في العمود الفقري، بتثبيتها بالإسمنت.",
        "not_aim": "لا يقوّي العظام الرقيقة، ولا يعالج سبب الكسر.",
    },
    "kyphoplasty": {
        "name": "رأب الفقرة بالبالون",
        "short_label": "بالبالون",
        "also_known_as": "Balloon kyphoplasty",
        "aim": "تخفيف ألم عظمة مكسورة في العمود الفقري بالإسمنت، وإعادة شيء من "
        "ارتفاعها.",
        "not_aim": "لا يقوّي العظام الرقيقة، ولا يعالج سبب الكسر.",
    },
    "care": {
        "name": "الرعاية من دون إجراء",
        "short_label": "من دون إجراء",
        "also_known_as": "",
        "aim": "إبقاء الألم محتملًا والمحافظة على الحركة حتى يلتئم العظم من تلقاء نفسه.",
        "not_aim": "لا تعيد العظم إلى شكله السابق، ولا تزيل الألم فورًا.",
    },
}

#: What facts say in words, by the words of the original.
WORDS: Row = {
    "as the average of one trial": "متوسط دراسة واحدة",
    "The American hospital Mayo Clinic tells people to allow this for each bone.": (
        "هذا ما يقوله مستشفى مايو كلينك الأمريكي عن كل عظمة."
    ),
    "Hospitals differ: ask yours.": "تختلف المستشفيات: اسألوا مستشفاكم.",
    "Your back is numbed and you are made sleepy, or you are fully asleep.": (
        "يُخدَّر ظهركم وتُعطَون ما يجعلكم ناعسين، أو تنامون تمامًا."
    ),
    "The American hospital Mayo Clinic says the same day. The Wellington Hospital in "
    "London says nights.": (
        "يقول مستشفى مايو كلينك الأمريكي: في اليوم نفسه. ويقول مستشفى ولينغتون في "
        "لندن: ليالٍ."
    ),
    "Home on the same day, or 2 or 3 nights in hospital.": (
        "إلى المنزل في اليوم نفسه، أو ليلتان أو 3 ليالٍ في المستشفى."
    ),
    "Some people go home on the same day, others stay.": (
        "يعود بعض الناس إلى المنزل في اليوم نفسه، ويبقى آخرون."
    ),
    "people with thin bones in 5 studies, with fresh and with older breaks": (
        "أشخاص عظامهم رقيقة في 5 دراسات، بكسور حديثة وأقدم"
    ),
    "131 people with thin bones": "131 شخصًا عظامهم رقيقة",
    "Both groups felt better at once.": "شعرت المجموعتان بتحسن على الفور.",
    "180 people with a recent break": "180 شخصًا أصيبوا بكسر حديث",
    "people with a break of the last 6 weeks": "أشخاص أصيبوا بكسر خلال آخر 6 أسابيع",
    "on X-rays": "بالأشعة السينية",
    "people with thin bones": "أشخاص عظامهم رقيقة",
    "The trial was stopped early.": "أُوقفت الدراسة قبل موعدها.",
    "Reports to a regulator cannot tell how often this happens.": (
        "لا تبيّن البلاغات إلى جهة رقابية كم مرة يحدث هذا."
    ),
    "There are reports of damaged nerves, blocked blood in the lungs, heart or lung "
    "failure, and deaths.": (
        "هناك بلاغات عن تضرر الأعصاب، وانسداد الدم في الرئتين، وفشل القلب أو الرئة، "
        "ووفيات."
    ),
    "We know of no study that compared it with a pretend procedure.": (
        "لا نعرف دراسة قارنته بإجراء وهمي."
    ),
    "There is no procedure. Healing takes weeks.": (
        "لا يوجد إجراء. يستغرق الالتئام أسابيع."
    ),
    "There is no procedure.": "لا يوجد إجراء.",
    "This is our own clinic’s advice. Hillside is a made-up clinic.": (
        "هذه نصيحة عيادتنا. هيلسايد عيادة خيالية."
    ),
    "Not for this, if you can manage at home.": (
        "ليس لهذا السبب، إذا كنتم تستطيعون تدبّر أموركم في المنزل."
    ),
    "Studies compare other treatments with it. We know of none that compares it with "
    "no care at all.": (
        "تقارن الدراسات علاجات أخرى بها. لا نعرف دراسة تقارنها بعدم الرعاية إطلاقًا."
    ),
    "We found no count. Strong painkillers and long rest in bed have risks of their "
    "own.": ("لم نجد عددًا. للمسكّنات القوية وللراحة الطويلة في السرير مخاطرها هي أيضًا."),
}

SIGNS: dict[str, Row] = {
    "leg": {
        "text": "ضعف أو خدر جديد في إحدى الساقين أو كلتيهما",
        "why": "قد تكون أعصاب الساقين مضغوطة. قد يمنع العلاج في وقته ضررًا دائمًا.",
    },
    "saddle": {
        "text": "خدر حول الأعضاء التناسلية أو المقعدة",
        "why": "الأعصاب التي تُحسّ هناك تتحكم أيضًا في المثانة والأمعاء.",
    },
    "bladder": {
        "text": "فقدان جديد للتحكم في المثانة أو الأمعاء",
        "why": "قد تكون الأعصاب في نهاية العمود الفقري مضغوطة.",
    },
    "chest": {
        "text": "ألم في الصدر أو صعوبة في التنفس",
        "why": "قد يسدّ شيء مجرى الدم في الرئتين، أو قد يكون القلب في خطر.",
    },
    "worse": {
        "text": "ألم يزداد بدل أن يخفّ",
        "why": "ينبغي أن يعرف أحد السبب.",
    },
    "sudden": {
        "text": "ألم جديد مفاجئ في الظهر، حتى من دون سقوط",
        "why": "قد تكون عظمة أخرى قد انكسرت. هذه نصيحة عيادتنا نحن.",
    },
}

#: The same numbers as in English: what differs is what is said about them.
CONTACT: dict[str, Any] = {
    "type": "contact",
    "value": {
        "language": "ar",
        "emergency_action": "اتصلوا بالرقم {emergency} فورًا إذا كان لديكم:",
        "urgent_hours": "ليلًا ونهارًا",
        "clinic_hours": "من الاثنين إلى الجمعة، من 9 صباحًا إلى 5 مساءً (رقم خيالي)",
        "disclaimer": "هذا عرض تجريبي: عيادة هيلسايد غير موجودة. تقدّم الصفحة معلومات "
        "عامة، ولا تحلّ محل نصيحة الفريق الذي يعرفكم.",
        "conflict_statement": "المؤلفون المذكورون في هذا الموقع خياليون. لا تربطهم صلة "
        "بصانعي الإسمنت أو الإبر أو البالونات.",
        "funding_statement": "لم يدفع أحد مقابل هذه المعلومات. كُتبت لتبيّن ما يستطيعه "
        "هذا الموقع.",
        "update_policy": "نراجع علامات التحذير والنصائح عن الأدوية كل سنة، وكل صفحة "
        "أخرى كل سنتين على الأقل. إذا وجدنا خطأ نصحّحه فورًا ونذكر ذلك.",
    },
    "id": "0d0f0a58-3c7e-4a8e-9c35-0a6a0b0a9c21",
}
