"""What the demo's numbers rest on. A source without a year is an undated web page."""

MAKER = "Medtronic Spine, which makes kyphoplasty equipment"

SOURCES = {
    "buchbinder": {
        "title": "A randomized trial of vertebroplasty for painful osteoporotic "
        "vertebral fractures",
        "kind": "trial",
        "authors": "Buchbinder R and others",
        "published_in": "New England Journal of Medicine 361, 557–568",
        "year": 2009,
        "doi": "10.1056/NEJMoa0900429",
        "pmid": "19657121",
    },
    "invest": {
        "title": "A randomized trial of vertebroplasty for osteoporotic spinal "
        "fractures",
        "kind": "trial",
        "authors": "Kallmes DF and others",
        "published_in": "New England Journal of Medicine 361, 569–579",
        "year": 2009,
        "doi": "10.1056/NEJMoa0900563",
        "pmid": "19657122",
    },
    "invest_year": {
        "title": "Investigational Vertebroplasty Safety and Efficacy Trial (INVEST): "
        "patient-reported outcomes through 1 year",
        "kind": "trial",
        "authors": "Comstock BA and others",
        "published_in": "Radiology 269, 224–231",
        "year": 2013,
        "doi": "10.1148/radiol.13120821",
        "pmid": "23696683",
    },
    "vertos2": {
        "title": "Vertebroplasty versus conservative treatment in acute osteoporotic "
        "vertebral compression fractures (Vertos II): an open-label randomised trial",
        "kind": "trial",
        "authors": "Klazen CAH and others",
        "published_in": "The Lancet 376, 1085–1092",
        "year": 2010,
        "doi": "10.1016/S0140-6736(10)60954-3",
        "pmid": "20701962",
        "industry_funded": True,
    },
    "vertos2_fractures": {
        "title": "Percutaneous vertebroplasty is not a risk factor for new "
        "osteoporotic compression fractures: results from VERTOS II",
        "kind": "trial",
        "authors": "Klazen CAH and others",
        "published_in": "American Journal of Neuroradiology 31, 1447–1450",
        "year": 2010,
        "url": "https://www.ajnr.org/content/31/8/1447",
        "industry_funded": True,
    },
    "vapour": {
        "title": "Safety and efficacy of vertebroplasty for acute painful osteoporotic "
        "fractures (VAPOUR): a multicentre, randomised, double-blind, "
        "placebo-controlled trial",
        "kind": "trial",
        "authors": "Clark W and others",
        "published_in": "The Lancet 388, 1408–1416",
        "year": 2016,
        "doi": "10.1016/S0140-6736(16)31341-1",
    },
    "vertos4": {
        "title": "Vertebroplasty versus sham procedure for painful acute osteoporotic "
        "vertebral compression fractures (VERTOS IV): randomised sham controlled "
        "clinical trial",
        "kind": "trial",
        "authors": "Firanescu CE and others",
        "published_in": "BMJ 361, k1551",
        "year": 2018,
        "doi": "10.1136/bmj.k1551",
    },
    "vertos4_fractures": {
        "title": "Percutaneous vertebroplasty is no risk factor for new vertebral "
        "fractures and protects against further height loss (VERTOS IV)",
        "kind": "trial",
        "authors": "The VERTOS IV study group",
        "published_in": "CardioVascular and Interventional Radiology",
        "year": 2019,
        "doi": "10.1007/s00270-019-02205-w",
        "funding": "Stryker, which makes equipment for these procedures",
        "industry_funded": True,
    },
    "vertos5": {
        "title": "Vertebroplasty versus active control intervention for chronic "
        "osteoporotic vertebral compression fractures: the VERTOS V randomized "
        "controlled trial",
        "kind": "trial",
        "authors": "Carli D and others",
        "published_in": "Radiology 308, e222535",
        "year": 2023,
        "doi": "10.1148/radiol.222535",
        "pmid": "37462495",
    },
    "cochrane": {
        "title": "Percutaneous vertebroplasty for osteoporotic vertebral compression "
        "fracture",
        "kind": "review",
        "authors": "Buchbinder R and others",
        "published_in": "Cochrane Database of Systematic Reviews, CD006349",
        "year": 2018,
        "doi": "10.1002/14651858.CD006349.pub4",
        "pmid": "30399208",
    },
    "ahrq": {
        "title": "Interventional treatments for acute and chronic pain: systematic "
        "review",
        "kind": "review",
        "authors": "Chou R and others, for the Agency for Healthcare Research and "
        "Quality",
        "published_in": "Comparative Effectiveness Review 247",
        "year": 2021,
        "url": "https://www.ncbi.nlm.nih.gov/books/n/cer247/",
    },
    "asbmr": {
        "title": "The efficacy and safety of vertebral augmentation: a second ASBMR "
        "task force report",
        "kind": "review",
        "authors": "Ebeling PR and others",
        "published_in": "Journal of Bone and Mineral Research 34, 3–21",
        "year": 2019,
        "doi": "10.1002/jbmr.3653",
        "pmid": "30677181",
    },
    "sanli": {
        "title": "Percutaneous cement augmentation in the treatment of osteoporotic "
        "vertebral fractures (OVFs) in the elderly: a systematic review",
        "kind": "review",
        "authors": "Sanli I and others",
        "published_in": "European Spine Journal 29, 1553–1572",
        "year": 2020,
        "doi": "10.1007/s00586-020-06391-x",
    },
    "nice": {
        "title": "Percutaneous vertebroplasty and percutaneous balloon kyphoplasty for "
        "treating osteoporotic vertebral compression fractures (TA279)",
        "kind": "guideline",
        "authors": "National Institute for Health and Care Excellence (NICE)",
        "published_in": "Technology appraisal guidance",
        "year": 2013,
        "url": "https://www.nice.org.uk/guidance/ta279",
    },
    "aomrc": {
        "title": "Vertebral augmentation for painful osteoporotic vertebral fractures",
        "kind": "guideline",
        "authors": "Academy of Medical Royal Colleges",
        "published_in": "Evidence-based interventions, web page without a date",
        "url": "https://ebi.aomrc.org.uk/interventions/"
        "vertebral-augmentation-for-painful-osteoporotic-vertebral-fractures/",
    },
    "free": {
        "title": "Efficacy and safety of balloon kyphoplasty compared with "
        "non-surgical care for vertebral compression fracture (FREE): a randomised "
        "controlled trial",
        "kind": "trial",
        "authors": "Wardlaw D and others",
        "published_in": "The Lancet 373, 1016–1024",
        "year": 2009,
        "doi": "10.1016/S0140-6736(09)60010-6",
        "industry_funded": True,
    },
    "free24": {
        "title": "A randomized trial of balloon kyphoplasty and nonsurgical management "
        "for treating acute vertebral compression fractures",
        "kind": "trial",
        "authors": "Van Meirhaeghe J and others",
        "published_in": "Spine 38, 971–983",
        "year": 2013,
        "doi": "10.1097/BRS.0b013e31828e8e22",
        "pmid": "23446769",
        "industry_funded": True,
    },
    "cafe": {
        "title": "Balloon kyphoplasty versus non-surgical fracture management for "
        "treatment of painful vertebral body compression fractures in patients with "
        "cancer: a multicentre, randomised controlled trial",
        "kind": "trial",
        "authors": "Berenson J and others",
        "published_in": "The Lancet Oncology 12, 225–235",
        "year": 2011,
        "doi": "10.1016/S1470-2045(11)70008-0",
        "funding": MAKER,
        "industry_funded": True,
    },
    "kaviar": {
        "title": "A randomized trial comparing balloon kyphoplasty and vertebroplasty "
        "for vertebral compression fractures due to osteoporosis",
        "kind": "trial",
        "authors": "Dohm M and others",
        "published_in": "American Journal of Neuroradiology 35, 2227–2236",
        "year": 2014,
        "url": "https://www.ajnr.org/content/35/12/2227",
        "funding": MAKER,
        "industry_funded": True,
    },
    "zhan": {
        "title": "Risk factors for cement leakage after vertebroplasty or kyphoplasty: "
        "a meta-analysis of published evidence",
        "kind": "review",
        "authors": "Zhan Y and others",
        "published_in": "World Neurosurgery 101, 633–642",
        "year": 2017,
        "doi": "10.1016/j.wneu.2017.01.124",
        "pmid": "28192270",
    },
    "hsieh": {
        "title": "Risk factors of neurological deficit and pulmonary cement embolism "
        "after percutaneous vertebroplasty",
        "kind": "study",
        "authors": "Hsieh MK and others",
        "published_in": "Journal of Orthopaedic Surgery and Research",
        "year": 2019,
        "doi": "10.1186/s13018-019-1459-4",
    },
    "lungs": {
        "title": "Risk factor analysis of pulmonary cement embolism during "
        "percutaneous vertebroplasty or kyphoplasty for osteoporotic vertebral "
        "compression fractures",
        "kind": "study",
        "authors": "One spine centre’s study of its own patients",
        "published_in": "Journal of Orthopaedic Surgery and Research",
        "year": 2021,
        "url": "https://josr-online.biomedcentral.com/articles/"
        "10.1186/s13018-021-02472-9",
    },
    "staples": {
        "title": "New vertebral fractures after vertebroplasty: 2-year results from a "
        "randomised controlled trial",
        "kind": "trial",
        "authors": "Staples MP and others",
        "published_in": "Archives of Osteoporosis",
        "year": 2015,
        "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC4871145/",
    },
    "ten_years": {
        "title": "Long-term follow-up after vertebroplasty – A mean 10-years follow-up "
        "control study",
        "kind": "study",
        "authors": "Aregger FC and others",
        "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC11015514/",
    },
    "fda": {
        "title": "Complications related to the use of bone cement and bone void "
        "fillers in treating compression fractures of the spine",
        "kind": "regulator",
        "authors": "US Food and Drug Administration (FDA)",
        "published_in": "Public health notification, kept in an archive",
        "year": 2004,
        "url": "https://webharvest.gov/peth04/20041021162937/"
        "http://www.fda.gov/cdrh/safety/bonecement.html",
    },
    "nussbaum": {
        "title": "A review of complications associated with vertebroplasty and "
        "kyphoplasty as reported to the Food and Drug Administration medical device "
        "related web site",
        "kind": "review",
        "authors": "Nussbaum DA and others",
        "published_in": "Journal of Vascular and Interventional Radiology 15, "
        "1185–1192",
        "year": 2004,
        "pmid": "15525736",
    },
    "royal_free": {
        "title": "Cauda equina syndrome",
        "kind": "other",
        "authors": "Royal Free London NHS Foundation Trust",
        "published_in": "Patient leaflet, web page without a date",
        "url": "https://royalfree.nhs.uk/patients-and-visitors/"
        "patient-information-leaflets/cauda-equina-syndrome",
    },
    "northern_care": {
        "title": "A guide to your vertebroplasty",
        "kind": "other",
        "authors": "Northern Care Alliance NHS Foundation Trust",
        "published_in": "Patient leaflet, web page without a date",
        "url": "https://northerncarealliance.nhs.uk/patient-information/"
        "patient-leaflets/radiology-guide-your-vertebroplasty",
    },
    "wellington": {
        "title": "Vertebroplasty",
        "kind": "other",
        "authors": "The Wellington Hospital, London",
        "published_in": "Patient information, web page without a date",
        "url": "https://www.thewellingtonhospital.com/patient-services/orthopaedics/"
        "spinal/vertebroplasty/",
    },
    "mayo": {
        "title": "Vertebroplasty",
        "kind": "other",
        "authors": "Mayo Clinic",
        "published_in": "Patient information, archived web page without a date",
    },
    "baycare": {
        "title": "Discharge instructions for kyphoplasty",
        "kind": "other",
        "authors": "BayCare, from the Krames health library",
        "published_in": "Patient information, web page without a date",
        "url": "https://baycare.org/health-library/"
        "discharge-instructions-for-kyphoplasty",
    },
    "tristate": {
        "title": "Post op: kyphoplasty",
        "kind": "other",
        "authors": "Tri-State Brain & Spine Institute",
        "published_in": "Patient information, web page without a date",
        "url": "https://tristatebrainspine.com/for-patients/post-op-kyphoplasty",
    },
    "fortius": {
        "title": "Vertebroplasty and kyphoplasty",
        "kind": "other",
        "authors": "Fortius Clinic, London",
        "published_in": "Patient information, web page without a date",
        "url": "https://www.fortiusclinic.com/conditions/vertebroplasty-kyphoplasty",
    },
    "clinic": {
        "title": "What we advise after a procedure, and in place of one",
        "kind": "policy",
        "authors": "Hillside Spine Clinic (fictional)",
        "published_in": "Our own policy, made up for this demonstration",
        "year": 2026,
    },
}
